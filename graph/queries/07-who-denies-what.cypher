// Who denies what?
// Claims that say something did not happen, with who says so and what others make of it.
MATCH (claim:Claim {modality: 'denied'})-[:TELLS_OF]->(event:Event)
MATCH (claim)-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
OPTIONAL MATCH (claim)-[said:SAID_BY]->(speaker)
WHERE said.position = 0
WITH claim, event, sentence, document, speaker
ORDER BY speaker.name
WITH claim, event, sentence, document, collect(speaker.name) AS speakers
RETURN speakers, event.headline AS denied, event.status AS status, sentence.text AS sentence,
       document.publisher AS publisher, document.date_edtf AS published, claim.id AS claim
ORDER BY coalesce(published, ''), claim
