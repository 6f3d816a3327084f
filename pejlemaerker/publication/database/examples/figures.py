"""Example queries about figures: what is measured, aimed at and planned."""

from ._example import Example

EXAMPLES = (
    Example(
        "targets_and_where_they_stand",
        "How far each target is from what was measured last.",
        "Hvor langt hvert mål er fra det, der sidst blev målt.",
        "SELECT organisation_name, subject, unit, target, target_period, measured, measured_period, distance FROM kpi_targets_vs_measured "
        "QUALIFY row_number() OVER (PARTITION BY target_id ORDER BY measured_period DESC NULLS LAST, "
        "measured_published DESC NULLS LAST, measured_id) = 1 "
        "ORDER BY organisation_name, subject, target_id",
    ),
    Example(
        "figures_over_time",
        "The same figure of one organisation in several years.",
        "Samme tal for samme organisation i flere år.",
        "SELECT organisation_name, subject, unit, period, value, kind FROM kpis_full WHERE organisation_id IS NOT "
        "NULL AND period IS NOT NULL "
        "QUALIFY count(DISTINCT period) OVER (PARTITION BY organisation_id, lower(subject), unit) > 1 "
        "ORDER BY organisation_name, lower(subject), unit, period, kpi_id",
    ),
    Example(
        "sick_leave",
        "Figures on sick leave, with the sentence around each and its source.",
        "Tal om sygefravær, med sætningen omkring hvert tal og kilden.",
        "SELECT published, organisation_name, kind, value_as_written, unit, period, sentence, title FROM kpis_full "
        "WHERE subject ILIKE '%sygefravær%' OR sentence ILIKE '%sygefravær%' ORDER BY published DESC, kpi_id",
    ),
    Example(
        "money_planned",
        "The largest sums that are planned, and by whom.",
        "De største beløb, der er planlagt, og af hvem.",
        "SELECT coalesce(organisation_name, organisation) AS organisation, subject, value AS kroner, period, title FROM kpis_full "
        "WHERE kind = 'planned' AND unit = 'DKK' ORDER BY value DESC, kpi_id LIMIT 20",
    ),
    Example(
        "figures_in_quotes",
        "Which figures people use when they argue: figures that stand in a quote.",
        "Hvilke tal folk bruger, når de argumenterer: tal, der står i et citat.",
        "SELECT person_name, value_as_written, unit, subject, title FROM kpis_full WHERE person_name IS NOT NULL "
        "ORDER BY person_name, kpi_id",
    ),
    Example(
        "units",
        "Which units figures are given in, and how sure their reading is.",
        "Hvilke enheder tal gives i, og hvor sikker læsningen er.",
        "SELECT unit, kind, count(*) AS figures, round(avg(confidence), 3) AS confidence FROM kpis_full GROUP BY "
        "ALL ORDER BY figures DESC, unit, kind",
    ),
)
