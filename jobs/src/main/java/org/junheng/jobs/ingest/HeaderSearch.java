package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junheng.jobs.table.Schema;

/** Finds the header of a file, whatever separates its cells. */
final class HeaderSearch {
    private HeaderSearch() {}

    /** A file that can be read: its content, what separates the cells, its header. */
    record Found(Sheets sheets, char separator, Header header) {}

    static Found in(SourceFile file, Schema<?> schema, Findings findings) {
        Sheets sheets = Sheets.of(file);
        if (sheets.encoding().assumed()) {
            findings.tell(Fault.of(
                    Rule.CHARSET_ASSUMED,
                    file.shown(),
                    sheets.encoding().charset().name()));
        }
        Found found = find(sheets, file, schema).orElseThrow(() -> new Fault(
                        Rule.NO_HEADER, file.shown(), 1, "", null, String.join(", ", schema.keys()))
                .refusal());
        if (found.separator() == ';') {
            throw Fault.of(Rule.SEMICOLON, file.shown(), "").refusal();
        } else if (found.separator() == '\t') {
            findings.tell(Fault.of(Rule.TAB, file.shown(), ""));
        }
        found.header().check(schema, findings);
        return found;
    }

    private static Optional<Found> find(Sheets sheets, SourceFile file, Schema<?> schema) {
        for (char separator : new char[] {',', '\t', ';'}) {
            try (SheetSource sheet = sheets.open(separator)) {
                Optional<Header> header = Header.find(schema, file, sheet);
                if (header.isPresent()) {
                    return Optional.of(new Found(sheets, separator, header.get()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
