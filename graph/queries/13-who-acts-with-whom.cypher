// Who takes part in the same events?
// Pairs of actors by the number of events they share.
MATCH (one:Actor)<-[:INVOLVES]-(event:Event)-[:INVOLVES]->(other:Actor)
WHERE one.id < other.id
WITH one, other, count(DISTINCT event) AS events
RETURN one.name AS one, other.name AS other, events
ORDER BY events DESC, one, other
LIMIT 40
