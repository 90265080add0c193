// One or several documents, all in one transaction. Rows are those of graph/rows.py.

//: known
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.reading AS reading, d.publishers AS publishers

//: elsewhere
// Documents other than the one being written that hold one of its copies.
UNWIND $copies AS row
MATCH (k:Copy {id: row.id})-[:COPY_OF]->(d:Document)
WHERE d.id <> row.document
RETURN k.uri AS uri, d.id AS id, d.record AS record

//: claims_before
UNWIND $ids AS document
MATCH (c:Claim {document: document})
RETURN c.id AS id, c.family AS family

//: forget_quantities
UNWIND $ids AS document
MATCH (c:Claim {document: document})-[:COUNTS]->(q:Quantity)
DETACH DELETE q

//: forget_mentions
UNWIND $ids AS document
MATCH (c:Claim {document: document})-[r:PARTICIPANT|SAID_BY|LOCATED|ABOUT|STATED_IN]->()
DELETE r

//: forget_sentences
UNWIND $ids AS document
MATCH (:Document {id: document})<-[:PART_OF]-(s:Sentence)
DETACH DELETE s

//: forget_copies
UNWIND $ids AS document
MATCH (:Document {id: document})<-[:COPY_OF]-(k:Copy)
DETACH DELETE k

//: forget_taken
UNWIND $copies AS id
MATCH (k:Copy {id: id})
DETACH DELETE k

//: forget_problems
UNWIND $ids AS document
MATCH (:Document {id: document})<-[:FOUND_IN]-(x:Problem)
DETACH DELETE x

//: forget_things
UNWIND $ids AS document
MATCH (d:Document {id: document})-[:NAMES]->(t:Thing)
DETACH DELETE t

//: forget_names
// Answers whom the documents named, so that those whom nobody names any more can go.
UNWIND $ids AS document
MATCH (d:Document {id: document})-[r:NAMES]->(n)
WITH r, n.id AS id
DELETE r
RETURN DISTINCT id

//: stale_events
// Events that lose a claim; their record is written again when they are next resolved.
UNWIND $claims AS id
MATCH (:Claim {id: id})-[:TELLS_OF]->(e:Event)
WITH DISTINCT e
SET e.digest = ''
RETURN e.id AS id, e.family AS family

//: events_of_documents
UNWIND $ids AS document
MATCH (c:Claim {document: document})-[:TELLS_OF]->(e:Event)
WITH DISTINCT e
SET e.digest = ''

//: forget_claims
UNWIND $claims AS id
MATCH (c:Claim {id: id})
DETACH DELETE c

//: forget_empty_events
UNWIND $events AS id
MATCH (e:Event {id: id})
WHERE NOT (e)<-[:TELLS_OF]-()
DETACH DELETE e

//: lead_again
UNWIND $events AS id
MATCH (e:Event {id: id})<-[t:TELLS_OF]-(c:Claim)
WITH e, t, c ORDER BY t.position
WITH e, collect(c.id) AS claims
SET e.lead = claims[0]

//: pend_neighbours
// Documents that share an event with claims that went: their claims have to be gathered again.
UNWIND $events AS row
MATCH (e:Event {id: row.id})<-[:TELLS_OF]-(c:Claim)
WITH DISTINCT c.document AS document, row.family AS family
MATCH (d:Document {id: document})
SET d.pending = true, d.unresolved = [f IN coalesce(d.unresolved, []) WHERE f <> family] + [family]

//: documents
UNWIND $rows AS row
MERGE (d:Document {id: row.node.id})
SET d = row.node

//: headers
UNWIND $rows AS row
MATCH (d:Document {id: row.node.id})
SET d += row.node

//: copies
UNWIND $rows AS row
MATCH (d:Document {id: row.end})
CREATE (k:Copy {id: row.node.id})-[:COPY_OF]->(d)
SET k = row.node

//: sentences
UNWIND $rows AS row
MATCH (d:Document {id: row.end})
CREATE (s:Sentence {id: row.node.id})-[:PART_OF]->(d)
SET s = row.node

//: problems
UNWIND $rows AS row
MATCH (d:Document {id: row.end})
CREATE (x:Problem {id: row.node.id})-[:FOUND_IN]->(d)
SET x = row.node

//: actors
// One actor may be named in many documents: a newer reader wins; of one reader the greater record, in any order.
UNWIND $rows AS row
MERGE (a:Actor {id: row.node.id})
WITH a, row
WHERE a.record IS NULL OR a.reader <> row.node.reader OR a.record < row.node.record
SET a = row.node
RETURN a.id AS id

//: forget_belongs
UNWIND $ids AS id
MATCH (a:Actor {id: id})-[r:BELONGS_TO]->()
DELETE r

//: belongs
UNWIND $rows AS row
MATCH (a:Actor {id: row.start})
MERGE (b:Actor {id: row.end})
MERGE (a)-[:BELONGS_TO]->(b)

//: places
UNWIND $rows AS row
MERGE (p:Place {id: row.node.id})
WITH p, row
WHERE p.record IS NULL OR p.reader <> row.node.reader OR p.record < row.node.record
SET p = row.node

//: named_actors
UNWIND $rows AS row
MATCH (d:Document {id: row.start})
MERGE (a:Actor {id: row.end})
CREATE (d)-[:NAMES]->(a)

//: named_places
UNWIND $rows AS row
MATCH (d:Document {id: row.start})
MERGE (p:Place {id: row.end})
SET p.name = coalesce(p.name, row.name)
CREATE (d)-[:NAMES]->(p)

//: things
UNWIND $rows AS row
MATCH (d:Document {id: row.start})
CREATE (d)-[:NAMES]->(t:Thing {id: row.node.id})
SET t = row.node

//: claims
UNWIND $rows AS row
MATCH (s:Sentence {id: row.end})
MERGE (c:Claim {id: row.node.id})
SET c = row.node
CREATE (c)-[r:STATED_IN]->(s)
SET r = row.edge

//: about
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:ABOUT]->(b)

//: quantities
UNWIND $rows AS row
MATCH (c:Claim {id: row.start})
CREATE (c)-[:COUNTS]->(q:Quantity {id: row.node.id})
SET q = row.node

//: actor_roles
UNWIND $rows AS row
MATCH (c:Claim {id: row.start})
MATCH (a:Actor {id: row.end})
CREATE (c)-[r:PARTICIPANT]->(a)
SET r = row.edge

//: thing_roles
UNWIND $rows AS row
MATCH (c:Claim {id: row.start})
MATCH (t:Thing {id: row.end})
CREATE (c)-[r:PARTICIPANT]->(t)
SET r = row.edge

//: actor_voices
UNWIND $rows AS row
MATCH (c:Claim {id: row.start})
MATCH (a:Actor {id: row.end})
CREATE (c)-[r:SAID_BY]->(a)
SET r = row.edge

//: thing_voices
UNWIND $rows AS row
MATCH (c:Claim {id: row.start})
MATCH (t:Thing {id: row.end})
CREATE (c)-[r:SAID_BY]->(t)
SET r = row.edge

//: located
UNWIND $rows AS row
MATCH (c:Claim {id: row.start})
MATCH (p:Place {id: row.end})
CREATE (c)-[r:LOCATED]->(p)
SET r = row.edge

//: forget_unnamed_actors
// Answers whom those that went belonged to: they may be unnamed now, too.
UNWIND $names AS id
MATCH (a:Actor {id: id})
WHERE NOT (a)<--()
OPTIONAL MATCH (a)-[:BELONGS_TO]->(b)
WITH a, collect(b.id) AS wholes
DETACH DELETE a
RETURN wholes

//: strip_unnamed_actors
// Still belonged to, named by no document: only the id stays.
UNWIND $names AS id
MATCH (a:Actor {id: id})
WHERE NOT EXISTS { MATCH (a)<-[r]-() WHERE type(r) <> 'BELONGS_TO' }
SET a = {id: id}

//: forget_unnamed_places
UNWIND $names AS id
MATCH (p:Place {id: id})
WHERE NOT (p)<--()
DETACH DELETE p

//: forget_documents
UNWIND $ids AS document
MATCH (d:Document {id: document})
DETACH DELETE d

//: clear_claims
MATCH (n:Claim)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS n

//: clear_events
MATCH (n:Event)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS n

//: clear_sentences
MATCH (n:Sentence)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS n

//: clear_quantities
MATCH (n:Quantity)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS n

//: clear_rest
MATCH (n)
WHERE NOT n:Store
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS n
