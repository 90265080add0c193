// What pages ask. compose.py joins a start, the filters that are present, and an end.

//: start
MATCH (e:Event)

//: start_between
// An open side counts as its other end: `touch_first` and `touch_last` are always both there or both missing.
MATCH (e:Event)
WHERE e.touch_first <= $last AND e.touch_last >= $first

//: start_text
CALL db.index.fulltext.queryNodes('sentence_words', $words) YIELD node
MATCH (node)<-[:STATED_IN]-(:Claim)-[:TELLS_OF]->(e:Event)
WITH DISTINCT e

//: between
WITH e
WHERE e.touch_first <= $last AND e.touch_last >= $first

//: types
WITH e
WHERE e.type IN $types

//: statuses
WITH e
WHERE e.status IN $statuses

//: actors
WITH e
WHERE any(actor IN e.actor_ids WHERE actor IN $actors)

//: publishers
WITH e
WHERE any(publisher IN e.publishers WHERE publisher IN $publishers)

//: after
WITH e
WHERE e.sort_key > $after

//: before
WITH e
WHERE e.sort_key < $after

//: count
RETURN count(e) AS n

//: weeks
WITH e
WHERE e.week IS NOT NULL
RETURN e.week AS monday, count(*) AS n
ORDER BY monday

//: facet_types
RETURN e.type AS value, count(*) AS n
ORDER BY n DESC, value
LIMIT $limit

//: facet_statuses
RETURN e.status AS value, count(*) AS n
ORDER BY n DESC, value
LIMIT $limit

//: facet_actors
UNWIND e.actor_ids AS value
RETURN value, count(*) AS n
ORDER BY n DESC, value
LIMIT $limit

//: facet_publishers
UNWIND e.publishers AS value
RETURN value, count(*) AS n
ORDER BY n DESC, value
LIMIT $limit

//: oldest
RETURN e.sort_key AS key
ORDER BY e.sort_key
LIMIT $limit

//: newest
RETURN e.sort_key AS key
ORDER BY e.sort_key DESC
LIMIT $limit
