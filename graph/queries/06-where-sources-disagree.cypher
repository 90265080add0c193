// Where do sources disagree?
// Pairs of claims that deny each other or cannot both be right, with the reason and both sentences.
MATCH (one:Claim)-[conflict:CONTRADICTS]->(other:Claim)
MATCH (one)-[:STATED_IN]->(first:Sentence)-[:PART_OF]->(document:Document)
MATCH (other)-[:STATED_IN]->(second:Sentence)-[:PART_OF]->(elsewhere:Document)
RETURN conflict.about AS about, conflict.reason AS reason, first.text AS sentence, document.publisher AS publisher,
       second.text AS against, elsewhere.publisher AS against_publisher, one.id AS claim, other.id AS other_claim
ORDER BY about, claim, other_claim
