"""What Anki itself makes of a package: reads commands from its arguments, prints a JSON array of what came of each.

import FILE           imports a package
review GRADE CARD     answers a card of heed, as a person would
export FILE FORM      writes a package with the schedule: legacy, new, or the whole collection
"""

import json
import os
import sys
import tempfile

from anki.collection import Collection, DeckIdLimit, ExportAnkiPackageOptions
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest


def state(col):
    notes = [col.get_note(i) for i in col.find_notes("note:heed")]
    return {
        "notes": len(notes),
        "cards": len(col.find_cards("note:heed")),
        "decks": sorted(d.name for d in col.decks.all_names_and_ids() if d.name.startswith("heed")),
        "prompts": {n.guid: n["Prompt"] for n in notes},
        "fronts": {n.guid: n.cards()[0].question().split("</style>")[1] for n in notes},
        "reviews": col.db.scalar("SELECT count() FROM revlog"),
    }


def run(col, words):
    result = {}
    if words[0] == "import":
        log = col.import_anki_package(
            ImportAnkiPackageRequest(package_path=words[1], options=ImportAnkiPackageOptions())
        ).log
        result = {k: len(getattr(log, k)) for k in ("new", "updated", "duplicate", "conflicting")}
    elif words[0] == "review":
        card = col.get_card(col.db.scalar("SELECT c.id FROM cards c JOIN notes n ON n.id = nid WHERE guid = ?", words[2]))
        card.start_timer()
        col.sched.answerCard(card, int(words[1]))
    elif words[0] == "export" and words[2] == "collection":
        col.export_collection_package(words[1], include_media=False, legacy=False)
        col.reopen()
    elif words[0] == "export":
        options = ExportAnkiPackageOptions(with_scheduling=True, legacy=words[2] == "legacy")
        col.export_anki_package(
            out_path=words[1], options=options, limit=DeckIdLimit(col.decks.id("heed"))
        )
    return result | state(col)


col = Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))
print(json.dumps([run(col, command.split()) for command in sys.argv[1:]]))
