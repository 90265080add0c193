// Whole records, for loading, export and single pages.

//: schema
MATCH (s:Store {id: 'dateline'})
RETURN s.version AS version

//: set_schema
MERGE (s:Store {id: 'dateline'})
SET s.version = $version

//: count_documents
MATCH (d:Document)
RETURN count(d) AS n

//: count_claims
MATCH (c:Claim)
RETURN count(c) AS n

//: count_events
MATCH (e:Event)
RETURN count(e) AS n

//: count_actors
MATCH (a:Actor)
WHERE a.record IS NOT NULL
RETURN count(a) AS n

//: count_pending
MATCH (d:Document {pending: true})
RETURN count(d) AS n

//: pending
MATCH (d:Document {pending: true})
RETURN d.id AS id
ORDER BY id

//: copy
MATCH (k:Copy {id: $id})-[:COPY_OF]->(d:Document)
RETURN d.id AS document, coalesce(k.origin, '') AS origin, coalesce(d.reader, '') AS reader

//: document_ids
MATCH (d:Document)
RETURN d.id AS id, d.date_first AS first, d.date_last AS last
ORDER BY id

//: documents
UNWIND $ids AS document
MATCH (d:Document {id: document})
RETURN d.record AS document, d.text AS text
ORDER BY d.id

//: document
MATCH (d:Document {id: $id})
RETURN d.record AS document, d.text AS text, d.blocks AS blocks, d.reading AS reading,
       d.claim_count AS claims, d.problem_count AS problems

//: claims_of_document
MATCH (c:Claim {document: $id})
OPTIONAL MATCH (c)-[:TELLS_OF]->(e:Event)
RETURN c.record AS record, c.reading AS reading, e.id AS event
ORDER BY c.position

//: problems_of_document
MATCH (:Document {id: $id})<-[:FOUND_IN]-(x:Problem)
RETURN x.record AS record, x.reading AS reading
ORDER BY x.position

//: problems_of_documents
UNWIND $ids AS document
MATCH (:Document {id: document})<-[:FOUND_IN]-(x:Problem)
RETURN x.record AS record

//: headers
UNWIND $ids AS document
MATCH (d:Document {id: document})
RETURN d.id AS id, d.record AS document, d.reading AS reading, d.claim_count AS claims

//: claims_of_documents
UNWIND $ids AS document
MATCH (c:Claim {document: document})-[:STATED_IN]->(s:Sentence)
RETURN document AS owner, c.record AS record, c.reading AS reading, s.text AS sentence

//: sourced
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:STATED_IN]->(s:Sentence)-[:PART_OF]->(d:Document)
RETURN c.id AS id, c.record AS record, s.text AS sentence, d.record AS document

//: event_order
// One list is four times as fast as so many rows; its order is made by the reader.
MATCH (e:Event)
RETURN collect(e.sort_key) AS keys

//: events
UNWIND $keys AS key
MATCH (e:Event {sort_key: key})
RETURN e.sort_key AS key, e.record AS record, e.lead AS lead

//: event
MATCH (e:Event {id: $id})
RETURN e.record AS record

//: event_of_claim
MATCH (:Claim {id: $id})-[:TELLS_OF]->(e:Event)
RETURN e.record AS record

//: actors
MATCH (a:Actor)
WHERE a.record IS NOT NULL
RETURN a.record AS record
ORDER BY a.id

//: actor
MATCH (a:Actor {id: $id})
RETURN a.record AS record

//: names
UNWIND $ids AS id
MATCH (a:Actor {id: id})
RETURN id, coalesce(a.name, id) AS name

//: places
MATCH (p:Place)
WHERE p.record IS NOT NULL
RETURN p.record AS record
ORDER BY p.id

//: problems
MATCH (x:Problem)
RETURN x.record AS record

//: shared_events
// Whom an actor shares most events with.
MATCH (:Actor {id: $id})<-[:INVOLVES]-(e:Event)
WITH DISTINCT e
UNWIND e.actor_ids AS other
RETURN other, count(*) AS n
ORDER BY n DESC, other
LIMIT $limit

//: pairs
MATCH (:Actor {id: $id})<-[:INVOLVES]-(e:Event)
WITH DISTINCT e
UNWIND e.actor_ids AS one
WITH e, one
WHERE one IN $ids
UNWIND e.actor_ids AS other
WITH one, other
WHERE one < other AND other IN $ids
RETURN one, other, count(*) AS n
ORDER BY n DESC, one, other

//: generation
MATCH (s:Store {id: 'events'})
RETURN s.generation AS generation

//: outline
MATCH (e:Event)
RETURN collect(e.outline) AS lines

//: keys_with_text
CALL db.index.fulltext.queryNodes('sentence_words', $words) YIELD node
MATCH (node)<-[:STATED_IN]-(:Claim)-[:TELLS_OF]->(e:Event)
RETURN collect(DISTINCT e.sort_key) AS keys
