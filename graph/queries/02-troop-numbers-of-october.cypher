// Which troop numbers were published in October 2024, side by side?
// Different numbers need not contradict each other: sent, planned, one shipment, one region. So what each counts stands beside it.
MATCH (claim:Claim)-[:COUNTS]->(number:Quantity)
WHERE number.unit IN ['soldiers', 'troops', 'forces', 'personnel', 'servicemen'] AND number.low >= 1000
MATCH (claim)-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
WHERE document.date_first >= date('2024-10-01') AND document.date_last <= date('2024-10-31')
MATCH (claim)-[:TELLS_OF]->(event:Event)
OPTIONAL MATCH (claim)-[said:SAID_BY]->(speaker)
WHERE said.position = 0
WITH claim, number, sentence, document, event, speaker
ORDER BY speaker.name
WITH claim, number, sentence, document, event, collect(speaker.name) AS speakers
RETURN number.low AS number, number.bound AS bound, number.text AS words, event.headline AS what, event.status AS status,
       claim.date_edtf AS days, speakers, document.publisher AS publisher, document.date_edtf AS published
ORDER BY number, published, claim.id
