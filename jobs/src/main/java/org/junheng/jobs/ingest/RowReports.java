package org.junheng.jobs.ingest;

import java.nio.file.Path;
import org.junheng.jobs.table.Schema;

/** What is said of single rows: to the findings, and to the quarantine when they leave. */
final class RowReports {
    private final Findings findings;
    private final Mask mask;
    private final Quarantine quarantine;

    RowReports(Schema<?> schema, Findings findings, Path folder) {
        this.findings = findings;
        this.mask = new Mask(schema);
        this.quarantine = new Quarantine(schema, mask, folder);
    }

    Quarantine quarantine() {
        return quarantine;
    }

    /** A cell was read after a change without loss, or is used though it is doubtful. */
    void tell(CellNotes.Note note, RawRow raw, OpenedFile file) {
        int at = file.header().names().indexOf(note.column());
        String cell = at >= 0 && at < raw.cells().size() ? raw.cells().get(at) : "";
        findings.tell(new Fault(
                note.rule(),
                file.source().shown(),
                raw.numberOf(at),
                note.column(),
                mask.shown(note.column(), cell),
                note.detail()));
    }

    void tellUnnamed(RawRow raw, OpenedFile file) {
        for (int at : file.unnamed()) {
            if (at < raw.cells().size() && !raw.cells().get(at).isBlank()) {
                findings.tell(new Fault(Rule.COLUMN_UNNAMED, file.source().shown(), raw.number(), "", null, ""));
                return;
            }
        }
    }

    /** A row leaves. */
    void quarantine(RawRow raw, OpenedFile file, RowFault why) {
        int at = why.column().isEmpty() ? -1 : file.header().names().indexOf(why.column());
        String value = null;
        if (at >= 0 && at < raw.cells().size()) {
            value = mask.shown(why.column(), raw.cells().get(at));
        } else if (why.rule() == Rule.TOTAL_ROW || why.rule() == Rule.NOTE_ROW) {
            value = mask.shown("", raw.first());
        }
        Fault fault = new Fault(why.rule(), file.source().shown(), raw.numberOf(at), why.column(), value, why.detail());
        findings.quarantine(fault);
        quarantine.add(fault, raw, file.header());
    }
}
