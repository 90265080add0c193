// What do at least two sources say happened?
// Named sources that assert it, with none who denies it; the chronology calls it corroborated.
MATCH (event:Event {status: 'corroborated'})
MATCH (claim:Claim)-[told:TELLS_OF]->(event)
MATCH (claim)-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
WITH event, told, sentence, document
ORDER BY told.position
RETURN event.date_edtf AS days, event.headline AS headline, event.source_count AS sources,
       collect(document.publisher) AS publishers, collect(sentence.text) AS sentences, event.sort_key AS place
ORDER BY place
