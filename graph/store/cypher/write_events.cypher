// Events, in batches of one transaction each. Rows are those of graph/rows.py.

//: digests
MATCH (e:Event)
WHERE e.family IN $families
RETURN e.id AS id, e.digest AS digest

//: records
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN e.id AS id, e.record AS record

//: forget_conflicts
UNWIND $rows AS row
MATCH (:Claim {id: row.start})-[k:CONTRADICTS]->(:Claim {id: row.end})
WHERE k.about = row.about
SET k.events = [e IN k.events WHERE e <> row.event]

//: forget_empty_conflicts
UNWIND $rows AS row
MATCH (:Claim {id: row.start})-[k:CONTRADICTS]->(:Claim {id: row.end})
WHERE size(k.events) = 0
DELETE k

//: forget_events
UNWIND $ids AS id
MATCH (e:Event {id: id})
DETACH DELETE e

//: forget_links
UNWIND $ids AS id
MATCH (e:Event {id: id})-[r:INVOLVES|LOCATED|FULFILS]->()
DELETE r

//: forget_tells
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[r:TELLS_OF]-()
DELETE r

//: move_claims
// A claim tells of one event: links to the event it told of before go.
UNWIND $claims AS id
MATCH (:Claim {id: id})-[r:TELLS_OF]->()
DELETE r

//: events
UNWIND $rows AS row
MERGE (e:Event {id: row.node.id})
SET e = row.node

//: tells
UNWIND $rows AS row
MATCH (c:Claim {id: row.start})
MATCH (e:Event {id: row.end})
CREATE (c)-[r:TELLS_OF]->(e)
SET r = row.edge

//: involves
UNWIND $rows AS row
MATCH (e:Event {id: row.start})
MERGE (a:Actor {id: row.end})
CREATE (e)-[r:INVOLVES]->(a)
SET r = row.edge

//: event_places
UNWIND $rows AS row
MATCH (e:Event {id: row.start})
MATCH (p:Place {id: row.end})
CREATE (e)-[:LOCATED]->(p)

//: fulfils
UNWIND $rows AS row
MATCH (e:Event {id: row.start})
MATCH (plan:Event {id: row.end})
MERGE (e)-[:FULFILS]->(plan)

//: conflicts
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[k:CONTRADICTS {about: row.about}]->(b)
SET k.reason = row.reason, k.events = [e IN coalesce(k.events, []) WHERE e <> row.event] + [row.event]

//: publishers
UNWIND $claims AS id
MATCH (c:Claim {id: id})-[:STATED_IN]->(:Sentence)-[:PART_OF]->(d:Document)
RETURN id, d.publishers AS publishers

//: changed
// Readers keep an outline of all events; it is read again when this number has grown.
MERGE (s:Store {id: 'events'})
SET s.generation = CASE
  WHEN s.generation IS NULL OR s.generation < timestamp() THEN timestamp()
  ELSE s.generation + 1 END

//: resolved
// Families done; a document still waits for a family as long as one of its claims of it is in no event.
MATCH (d:Document {pending: true})
OPTIONAL MATCH (c:Claim {document: d.id})
WHERE c.family IN $families AND NOT (c)-[:TELLS_OF]->()
WITH d, collect(DISTINCT c.family) AS waiting
SET d.unresolved = [f IN coalesce(d.unresolved, []) WHERE NOT f IN $families OR f IN waiting]

//: done
MATCH (d:Document {pending: true})
WHERE size(d.unresolved) = 0
REMOVE d.pending, d.unresolved

//: clear_pending
UNWIND $ids AS document
MATCH (d:Document {id: document})
REMOVE d.pending, d.unresolved
