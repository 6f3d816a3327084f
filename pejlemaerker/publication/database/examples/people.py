"""Example queries about people and organisations: who speaks, who asks whom."""

from ._example import Example

EXAMPLES = (
    Example(
        "most_quoted_people",
        "Who is quoted in most documents, and for which organisations.",
        "Hvem der citeres i flest dokumenter, og for hvilke organisationer.",
        "SELECT name, organisations, n_documents, n_quotes FROM speaker_activity WHERE kind = 'person' "
        "ORDER BY n_documents DESC, n_quotes DESC, actor_id LIMIT 20",
    ),
    Example(
        "quotes_of_a_person",
        "All that the person who is quoted most says, in the order of time, with the source.",
        "Alt, hvad den mest citerede person siger, i tidens orden og med kilde.",
        "SELECT published, publisher, title, kind, text FROM quotes_full WHERE speaker_id = ("
        "SELECT actor_id FROM speaker_activity WHERE kind = 'person' ORDER BY n_quotes DESC, actor_id LIMIT 1) "
        "ORDER BY published, document_id, char_start",
    ),
    Example(
        "organisations_by_quotes",
        "Whose people are quoted most, by kind of organisation.",
        "Hvilke slags organisationer der oftest kommer til orde.",
        "SELECT organisations.kind, count(*) AS quotes, count(DISTINCT speaker_id) AS people, count(DISTINCT document_id) AS documents "
        "FROM quotes_full JOIN organisations USING (organisation_id) GROUP BY organisations.kind ORDER BY quotes DESC, organisations.kind",
    ),
    Example(
        "how_quotes_are_made",
        "Direct, unmarked and indirect speech in each kind of document.",
        "Direkte, umarkeret og indirekte tale i hver slags dokument.",
        "SELECT document_kind, kind, count(*) AS quotes FROM quotes_full GROUP BY ALL ORDER BY document_kind, quotes DESC, kind",
    ),
    Example(
        "quotes_without_a_speaker",
        "How often it is not told who speaks: what a count of speakers leaves out.",
        "Hvor tit det ikke fremgår, hvem der taler: det, som en optælling af talere ikke har med.",
        "SELECT kind, count(*) AS quotes, count(*) FILTER (speaker IS NULL) AS without_speaker, "
        "round(avg((speaker IS NULL)::INTEGER), 3) AS share FROM quotes_full GROUP BY kind ORDER BY kind",
    ),
    Example(
        "strongest_demands",
        "Who says that somebody must do something, and how often.",
        "Hvem der siger, at nogen skal gøre noget, og hvor tit.",
        "SELECT issuer, addressee, n_recommendations, n_documents FROM who_asks_whom WHERE strength = 'must' AND "
        "addressee NOT IN ('vi', 'man', 'du', 'de') "
        "ORDER BY n_recommendations DESC, issuer, addressee LIMIT 20",
    ),
    Example(
        "asked_of_municipalities",
        "What is asked of municipalities, with the words and the source.",
        "Hvad kommunerne bliver bedt om, med ordlyd og kilde.",
        "SELECT published, coalesce(organisation_name, issuer) AS issuer, addressee, strength, text, title FROM recommendations_full "
        "WHERE addressee ILIKE '%kommune%' ORDER BY published DESC, recommendation_id LIMIT 20",
    ),
    Example(
        "recommendations_by_year",
        "Whether more is demanded than before: recommendations by year and strength.",
        "Om der stilles flere krav end før: anbefalinger efter år og styrke.",
        "SELECT year(published) AS year, strength, count(*) AS recommendations, count(DISTINCT document_id) AS documents "
        "FROM recommendations_full WHERE published IS NOT NULL GROUP BY ALL ORDER BY year, strength",
    ),
    Example(
        "people_with_two_roles",
        "Who is named with more than one role, and when.",
        "Hvem der nævnes med mere end én rolle, og hvornår.",
        "SELECT people.name, organisations.name AS organisation, positions.role, positions.first_seen, positions.last_seen "
        "FROM positions JOIN people USING (person_id) LEFT JOIN organisations USING (organisation_id) "
        "WHERE person_id IN (SELECT person_id FROM positions WHERE role IS NOT NULL GROUP BY person_id HAVING count(DISTINCT role) > 1) "
        "ORDER BY people.name, person_id, positions.first_seen, organisation, positions.role",
    ),
    Example(
        "ways_to_write_a_name",
        "The forms in which each organisation is written, for matching other data.",
        "De former, hver organisation skrives i, til kobling med andre data.",
        "SELECT organisations.name, alias, how, n_documents FROM aliases JOIN organisations ON organisation_id = actor_id "
        "ORDER BY organisations.name, organisation_id, n_documents DESC, alias",
    ),
    Example(
        "named_together",
        "Which organisations are named in the same documents: the edges of a network.",
        "Hvilke organisationer der nævnes i de samme dokumenter: kanterne i et netværk.",
        "WITH named AS (SELECT DISTINCT document_id, actor_id FROM mentions JOIN documents USING (document_id) "
        "WHERE mentions.kind = 'organisation' AND actor_id IS NOT NULL AND duplicate_of IS NULL) "
        "SELECT one.name AS organisation, other.name AS other_organisation, count(*) AS documents FROM named AS a "
        "JOIN named AS b ON a.document_id = b.document_id AND a.actor_id < b.actor_id "
        "JOIN organisations AS one ON one.organisation_id = a.actor_id JOIN organisations AS other ON other.organisation_id = b.actor_id "
        "GROUP BY a.actor_id, b.actor_id, one.name, other.name ORDER BY documents DESC, organisation, "
        "other_organisation, a.actor_id, b.actor_id LIMIT 50",
    ),
)
