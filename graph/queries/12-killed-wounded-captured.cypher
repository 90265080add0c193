// How many soldiers are said to have been killed, wounded or captured?
// Losses, with the words, who says so, and the days that the number is about.
MATCH (claim:Claim)-[:COUNTS]->(number:Quantity)
WHERE claim.lemma IN ['kill', 'wound', 'injure', 'capture', 'die', 'casualty', 'loss', 'seize']
MATCH (claim)-[:STATED_IN]->(sentence:Sentence)-[:PART_OF]->(document:Document)
OPTIONAL MATCH (claim)-[said:SAID_BY]->(speaker)
WHERE said.position = 0
WITH claim, number, sentence, document, speaker
ORDER BY speaker.name
WITH claim, number, sentence, document, collect(speaker.name) AS speakers
RETURN claim.date_edtf AS days, claim.trigger AS what, number.text AS words, number.low AS low, number.high AS high,
       speakers, document.publisher AS publisher, sentence.text AS sentence, claim.sort_key AS place
ORDER BY place, number.char_start
