// Which events rest on one source?
// The surest first, with the claim that speaks for each.
MATCH (event:Event)
WHERE event.status = 'one source'
WITH event
ORDER BY event.confidence DESC, event.sort_key
LIMIT 50
MATCH (claim:Claim {id: event.lead})-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
OPTIONAL MATCH (claim)-[said:SAID_BY]->(speaker)
WHERE said.position = 0
WITH event, sentence, document, speaker
ORDER BY speaker.name
WITH event, sentence, document, collect(speaker.name) AS speakers
RETURN event.date_edtf AS days, event.headline AS headline, speakers, document.publisher AS publisher,
       event.confidence AS confidence, sentence.text AS sentence
ORDER BY confidence DESC, event.sort_key
