"""All faults that are planted. The lists themselves stand in `faults_of_…`."""

from faults_of_copies import copies, databases
from faults_of_figures import descriptions, figures
from faults_of_files import bytes_changed, missing_and_strange, unreadable
from faults_of_tables import columns, keys, rows, values
from faults_of_words import leaks, places, rights

FAMILIES = (
    *(bytes_changed, missing_and_strange, unreadable),
    *(columns, values, rows, keys),
    *(places, rights, leaks),
    *(databases, copies, figures, descriptions),
)
ALL = [fault for family in FAMILIES for fault in family()]
