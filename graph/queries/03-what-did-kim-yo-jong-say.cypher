// What did Kim Yo Jong say?
// Claims that she makes, and claims that tell of her own words and deeds; write another actor's id to ask for somebody else.
MATCH (person:Actor {id: 'kim_yo_jong'})
MATCH (claim:Claim)-[tie:SAID_BY|PARTICIPANT]->(person)
WHERE type(tie) = 'SAID_BY' OR tie.role = 'agent'
MATCH (claim)-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
RETURN DISTINCT claim.date_edtf AS days, claim.type AS type, claim.trigger AS trigger, sentence.text AS sentence,
       document.publisher AS publisher, document.date_edtf AS published, claim.id AS claim
ORDER BY coalesce(days, ''), claim
