package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Waiver;
import org.junheng.jobs.table.Schema;

/**
 * Reads the files of one table, row by row: every row is either used or leaves with a reason.
 *
 * <p>Rows that can only be judged beside others (the same key twice, two leads at once) are looked at a second time when the table has been
 * read: a fingerprint of every key says which rows those are, the rows themselves decide.
 */
final class TableIntake {
    private final Schema<?> schema;
    private final Surroundings around;
    private final Findings findings;
    private final List<OpenedFile> files = new ArrayList<>();
    private final LaterReading again;
    private final RowReports reports;
    private final CellNotes notes = new CellNotes();

    private final RowReader reader;
    private final Cells cells;
    private final List<RowCheck> checks;
    private final List<LateCheck> lateChecks;
    private final TableRows rows;
    private final Repeats repeats;
    private final long[] filled;
    private final Coverage.OfTable coverage;
    private final YearCounts years;
    private final AlikeNames.OfTable names;
    private final CountyCodes.OfTable counties;

    TableIntake(Schema<?> schema, List<SourceFile> sources, Surroundings around, Findings findings) {
        this.schema = schema;
        this.around = around;
        this.findings = findings;
        this.again = new LaterReading(files, findings);
        this.reports = new RowReports(schema, findings, around.spill().resolve("quarantine"));
        List<HeaderSearch.Found> found = sources.stream()
                .flatMap(SourceFile::parts)
                .flatMap(s -> HeaderSearch.in(s, schema, findings).stream())
                .toList();
        List<String> further = further(found);
        this.reader = new RowReader(schema, further, around.pseudonyms());
        for (HeaderSearch.Found f : found) {
            files.add(new OpenedFile(f, schema, reader.names()));
        }
        this.cells = new Cells(reader.names());
        this.checks = RowChecks.of(schema, around.references());
        this.lateChecks = around.lateChecks(schema);
        this.rows = new TableRows(reader.struct(), around.spill().resolve(schema.table() + ".parquet"), around.room());
        this.repeats = new Repeats(schema);
        this.coverage = around.coverage().of(schema);
        this.filled = new long[reader.names().size()];
        this.years = new YearCounts(schema.names().indexOf("year"));
        this.names = around.names().of(schema);
        this.counties = around.counties().of(schema);
    }

    /** Schools and pupils keep the columns that the contract does not know; elsewhere they are told and not used. */
    private List<String> further(List<HeaderSearch.Found> found) {
        boolean keeps = schema.table().equals("schools") || schema.table().equals("pupils");
        Set<String> all = new TreeSet<>();
        for (HeaderSearch.Found f : found) {
            List<Heading> unknown = f.header().further(schema);
            if (keeps) {
                unknown.forEach(h -> all.add(h.name()));
            } else if (!unknown.isEmpty()) {
                String names = unknown.stream()
                        .map(h -> f.header().described(h, schema))
                        .collect(Collectors.joining(", "));
                findings.tell(Fault.of(Rule.COLUMNS_UNKNOWN, f.header().file().shown(), names));
            }
        }
        return List.copyOf(all);
    }

    /** @param engine asked when the rows are */
    CheckedTable read(Supplier<SparkSession> engine) {
        Quarantine quarantine = reports.quarantine();
        try (quarantine) {
            if (around.counties().asksForPlaces(schema)) {
                again.all(this::learnPlace);
            }
            files.forEach(this::readFile);
            Set<Place> gone = new TreeSet<>();
            if (repeats.mayBe()) {
                remove(
                        repeats.faults(
                                visitor -> again.some(repeats::mayBe, (raw, file) -> compare(raw, file, visitor))),
                        gone);
            }
            for (LateCheck check : lateChecks) {
                remove(around.waivers().withoutWaived(schema.table(), check.faults(gone, findings), findings), gone);
            }
            rows.end(gone);
            findings.account(rows.size());
            String first = files.get(0).source().shown();
            years.shrunk().ifPresent(counts -> findings.tell(Fault.of(Rule.YEAR_SHRANK, first, counts)));
            names.faults().forEach(findings::tell);
            return new CheckedTable(
                    List.of(reader.struct().fieldNames()), filledColumns(), () -> rows.rows(engine), engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Quarantine quarantine() {
        return reports.quarantine();
    }

    private void readFile(OpenedFile file) {
        try (SheetSource sheet = file.rows()) {
            boolean lastIsShort = false;
            RawRow last = null;
            for (RawRow raw = sheet.next(); raw != null; raw = sheet.next()) {
                if (!raw.isBlank()) {
                    take(raw, file);
                    lastIsShort = raw.cells().size() < file.header().width();
                    last = raw;
                }
            }
            if (last != null && lastIsShort && !sheet.isWhole()) {
                throw new Fault(Rule.FILE_CUT, file.source().shown(), last.number(), "", null, "").refusal();
            } else if (last == null && files.size() > 1) {
                findings.tell(Fault.of(Rule.OPTIONAL_WITHOUT_ROW, file.source().shown(), ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(RawRow raw, OpenedFile file) {
        findings.rowIn();
        try {
            @Nullable Object[] values = examined(raw, file);
            Place place = new Place(file.source().shown(), raw.number());
            for (CellNotes.Note note : notes.all()) {
                reports.tell(note, raw, file);
            }
            repeats.see(values, Math.toIntExact(findings.rowsIn()));
            for (LateCheck check : lateChecks) {
                check.see(cells, place);
            }
            around.use(schema, values);
            around.learn(schema, cells);
            coverage.see(values);
            years.see(values);
            names.see(values, file.source().shown());
            reports.tellUnnamed(raw, file);
            rows.add(values);
            for (int i = 0; i < filled.length; i++) {
                filled[i] += values[i] == null ? 0 : 1;
            }
        } catch (RowFault e) {
            reports.quarantine(raw, file, e);
            if (!e.column().isEmpty() && !e.column().equals(reader.names().get(0))) {
                around.references().learnCode(schema, file.sources()[0].of(raw));
            }
        }
    }

    /** The values of a row that is used as far as it can be judged alone. */
    private @Nullable Object[] examined(RawRow raw, OpenedFile file) throws RowFault {
        notes.begin();
        RowShape.check(raw, file.header(), file.keys());
        @Nullable Object[] values = reader.read(raw, file.sources(), file.source(), notes);
        cells.show(values);
        counties.restate(values, cells, notes);
        file.compareYear(cells, notes);
        around.references().learn(schema, cells);
        for (RowCheck check : checks) {
            judge(check);
        }
        return values;
    }

    /** A fault that somebody has signed for is told, and the row stays. */
    private void judge(RowCheck check) throws RowFault {
        try {
            check.check(cells, notes);
        } catch (RowFault e) {
            Waiver waiver = around.waivers().of(schema.table(), e.rule()).orElseThrow(() -> e);
            notes.column(e.column());
            notes.add(Rule.WAIVED, Waivers.shown(waiver));
        }
    }

    /** A row that cannot be read says no place; it leaves when it is read. */
    private void learnPlace(RawRow raw, OpenedFile file) {
        try {
            notes.begin();
            cells.show(reader.read(raw, file.sources(), file.source(), notes));
            around.counties().learnPlace(cells);
        } catch (RowFault e) {
            notes.begin();
        }
    }

    private void compare(RawRow raw, OpenedFile file, Repeats.Visitor visitor) {
        try {
            visitor.visit(new Place(file.source().shown(), raw.number()), examined(raw, file));
        } catch (RowFault e) {
            // the file was changed meanwhile, and its rows are counted
            notes.begin();
        }
    }

    private void remove(List<LateCheck.LateFault> faults, Set<Place> gone) {
        if (faults.isEmpty()) {
            return;
        }
        for (LateCheck.LateFault fault : faults) {
            gone.add(fault.place());
        }
        LateRows late = new LateRows(faults);
        again.at(late.places(), (raw, file) -> late.at(file.source().shown(), raw.number())
                .ifPresent(fault -> leave(raw, file, fault)));
    }

    private void leave(RawRow raw, OpenedFile file, LateCheck.LateFault fault) {
        reports.quarantine(raw, file, new RowFault(fault.rule(), fault.column(), fault.detail()));
        for (int i = 0; i < filled.length; i++) {
            String cell = file.sources()[i].of(raw);
            filled[i] -= cell != null && !cell.isBlank() ? 1 : 0;
        }
    }

    private Set<String> filledColumns() {
        Set<String> columns = new TreeSet<>();
        for (int i = 0; i < filled.length; i++) {
            if (filled[i] > 0) {
                columns.add(reader.names().get(i));
            }
        }
        return columns;
    }
}
