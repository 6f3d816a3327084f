"""Views about who speaks and who asks: counts for each person, institution and pair of them."""

from schemas import RECOMMENDATIONS

from ._view import View, described

# An institution speaks where no person does and the words for the speaker are a form of its name. Where somebody without a
# known identity speaks for an organisation, that is no statement of the organisation itself.
_SPEAKER_ACTIVITY = """
WITH said AS (
    SELECT
        quotes.quote_id, quotes.document_id, quotes.speaker_role, documents.published,
        coalesce(quotes.speaker_id, institutions.actor_id) AS actor_id,
        CASE WHEN quotes.speaker_id IS NULL THEN 'organisation' ELSE 'person' END AS kind,
        CASE WHEN quotes.speaker_id IS NOT NULL THEN organisations.name END AS organisation
    FROM quotes
    JOIN documents USING (document_id)
    LEFT JOIN organisations ON organisations.organisation_id = quotes.organisation_id
    LEFT JOIN aliases AS institutions
    ON quotes.speaker_id IS NULL AND institutions.actor_id = quotes.organisation_id AND institutions.alias = quotes.speaker
    WHERE documents.duplicate_of IS NULL
),
asked AS (
    SELECT actor_id, count(DISTINCT recommendation_id) AS n_recommendations
    FROM (
        SELECT said.actor_id, recommendation_id FROM recommendations JOIN said USING (quote_id)
        UNION ALL
        SELECT issuer_id, recommendation_id FROM recommendations JOIN documents USING (document_id)
        WHERE documents.duplicate_of IS NULL
    )
    GROUP BY actor_id
)
SELECT
    said.actor_id,
    any_value(coalesce(people.name, organisations.name)) AS name,
    min(said.kind) AS kind,
    count(DISTINCT quote_id) AS n_quotes,
    coalesce(any_value(n_recommendations), 0) AS n_recommendations,
    count(DISTINCT document_id) AS n_documents,
    min(published) AS first_seen,
    max(published) AS last_seen,
    string_agg(DISTINCT organisation, '; ' ORDER BY organisation) AS organisations,
    string_agg(DISTINCT speaker_role, '; ' ORDER BY speaker_role) AS roles
FROM said
LEFT JOIN asked USING (actor_id)
LEFT JOIN people ON people.person_id = said.actor_id
LEFT JOIN organisations ON organisations.organisation_id = said.actor_id
WHERE said.actor_id IS NOT NULL
GROUP BY said.actor_id"""

# Whom words mean is told only where they are the name of one organisation, or a registered form of it.
_WHO_ASKS_WHOM = """
WITH named AS (
    SELECT alias, min(actor_id) AS organisation_id
    FROM aliases JOIN organisations ON organisations.organisation_id = aliases.actor_id
    WHERE how = 'exact'
    GROUP BY alias HAVING count(*) = 1
)
SELECT
    coalesce(issuers.name, recommendations.issuer) AS issuer,
    recommendations.issuer_id,
    coalesce(addressees.name, lower(recommendations.addressee)) AS addressee,
    named.organisation_id AS addressee_id,
    recommendations.strength,
    count(*) AS n_recommendations,
    count(DISTINCT recommendations.document_id) AS n_documents,
    min(documents.published) AS first_seen,
    max(documents.published) AS last_seen
FROM recommendations
JOIN documents USING (document_id)
LEFT JOIN organisations AS issuers ON issuers.organisation_id = recommendations.issuer_id
LEFT JOIN named ON named.alias = recommendations.addressee
LEFT JOIN organisations AS addressees ON addressees.organisation_id = named.organisation_id
WHERE documents.duplicate_of IS NULL AND recommendations.issuer IS NOT NULL
GROUP BY ALL"""

_SEEN = {
    "first_seen": "Earliest date of such a document; null where none is dated.",
    "last_seen": "Latest date of such a document.",
}

VIEWS = (
    View(
        "speaker_activity",
        "Each person and institution that is quoted: how often, in how many documents, when, and as what.",
        _SPEAKER_ACTIVITY,
        {
            "actor_id": "The person or organisation.",
            "name": "Its name.",
            "kind": "person, or organisation where the institution itself is quoted.",
            "n_quotes": "Quotes of it.",
            "n_recommendations": "Recommendations in these quotes; of an organisation also those that it issues.",
            "n_documents": "Documents that quote it.",
            **_SEEN,
            "organisations": "The organisations that a person is quoted for, joined by '; '.",
            "roles": "The roles as written, joined by '; '.",
        },
    ),
    View(
        "who_asks_whom",
        "Who recommends something to whom, how strongly and how often; recommendations whose issuer is not told are left out.",
        _WHO_ASKS_WHOM,
        {
            "issuer": "Who recommends: the organisation's name where it is known, else the words for it.",
            **described(RECOMMENDATIONS, "issuer_id"),
            "addressee": "Who should act: the organisation's name where the words are its name, else the words in "
            "lower case; null when none are named.",
            "addressee_id": "That organisation, where the words are its name.",
            **described(RECOMMENDATIONS, "strength"),
            "n_recommendations": "Recommendations.",
            "n_documents": "Documents they stand in.",
            **_SEEN,
        },
    ),
)
