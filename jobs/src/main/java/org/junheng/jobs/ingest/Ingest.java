package org.junheng.jobs.ingest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.Input;
import org.junheng.jobs.config.Waiver;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Quality;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Words;

/** From the files that an evaluation names to checked tables. */
public final class Ingest {
    private final Supplier<SparkSession> engine;
    private final Evaluation evaluation;
    private final Surroundings around;
    private final Map<String, CheckedTable> tables = new LinkedHashMap<>();
    private final SortedMap<String, Path> quarantine = new TreeMap<>();
    private final List<Quality> quality = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();
    private final List<Words> messages = new ArrayList<>();
    private final List<Words> refusals = new ArrayList<>();

    private Ingest(Supplier<SparkSession> engine, Evaluation evaluation, Path spill, Room room) {
        this.engine = engine;
        this.evaluation = evaluation;
        this.around = new Surroundings(
                spill,
                room,
                new References(evaluation.inputs().keySet()),
                Pseudonyms.of(evaluation.privacy(), evaluation.folder()),
                new Waivers(evaluation.waivers()),
                new Coverage(),
                new CountyCodes(evaluation.years().get(evaluation.years().size() - 1)),
                new AlikeNames(),
                evaluation.asKnownOn());
    }

    /**
     * Reads and checks a delivery. A delivery that is refused is returned too, with its account, its quarantine and the reasons.
     *
     * @param spill folder of this run for what does not stay in memory; the tables returned may read from it
     * @throws Refusal with exit status 2 when the key of the pseudonyms is not there
     */
    public static Delivery read(SparkSession spark, Evaluation evaluation, Path spill) {
        return read(() -> spark, evaluation, spill, Room.none());
    }

    /**
     * The same.
     *
     * @param engine asked for its session when the rows of a table are, and there was no room for them
     */
    public static Delivery read(Supplier<SparkSession> engine, Evaluation evaluation, Path spill, Room room) {
        return new Ingest(engine, evaluation, spill, room).delivery();
    }

    /** The same without an engine, for the account alone: the rows of its tables cannot be asked. */
    public static Delivery checked(Evaluation evaluation, Path spill) {
        Supplier<SparkSession> none = () -> {
            throw new IllegalStateException("a delivery that is only checked has no engine");
        };
        return read(none, evaluation, spill, new Room(Room.ORDINARY, () -> {}));
    }

    private Delivery delivery() {
        boolean goesOn = true;
        for (Schema<?> schema : Inputs.ALL) {
            Input input = evaluation.inputs().get(schema.table());
            if (input != null && goesOn) {
                goesOn = read(schema, input) || !schema.table().equals("schools");
            }
            tables.computeIfAbsent(schema.table(), t -> none(schema));
        }
        boolean aboutPupils = evaluation.inputs().keySet().stream()
                .anyMatch(Set.of("pupils", "pupil_scores", "enrolments", "survey_responses")::contains);
        if (aboutPupils && around.pseudonyms().isRandom()) {
            messages.add(Fault.of(Rule.RANDOM_KEY, name(), "").words());
        }
        if (goesOn) {
            refusals.addAll(new Demands(evaluation, tables, around.references()).unmet());
            messages.addAll(Demands.tablesMissing(evaluation));
        }
        return new Delivery(
                tables,
                List.copyOf(quality),
                List.copyOf(messages),
                quarantine,
                aboutPupils ? around.pseudonyms().keyId() : "",
                List.copyOf(found),
                around.coverage(),
                refusals.isEmpty() ? null : new Refusal(ExitStatus.REFUSED, refusals));
    }

    /** Reads a table; false when it is refused. */
    private boolean read(Schema<?> schema, Input input) {
        Findings findings = new Findings(schema.table());
        Optional<Fault> refusal = Optional.empty();
        try {
            List<SourceFile> files = InputFiles.of(evaluation.folder(), input, findings);
            TableIntake intake = new TableIntake(schema, files, around, findings);
            tables.put(schema.table(), intake.read(engine));
            intake.quarantine().file().ifPresent(f -> quarantine.put(schema.table(), f));
            refusal = judged(schema, files.get(0), findings);
            refusal.ifPresent(f -> refuse(schema, List.of(f.words())));
        } catch (Refusal e) {
            refuse(schema, e.sentences());
            tables.put(schema.table(), none(schema));
            tell(findings);
            return false;
        }
        tell(findings);
        return refusal.isEmpty();
    }

    private void tell(Findings findings) {
        quality.addAll(findings.quality());
        found.addAll(findings.all());
        messages.addAll(findings.messages());
    }

    /** A sentence begins with the code of its rule. */
    private void refuse(Schema<?> schema, List<Words> sentences) {
        refusals.addAll(sentences);
        for (Words sentence : sentences) {
            String code = sentence.en().substring(0, sentence.en().indexOf(' '));
            String severity = Rule.Severity.REFUSE.name();
            quality.add(new Quality(schema.table(), "", code, severity, 0, 0, 0, sentence.both()));
            Rule.of(code)
                    .ifPresent(rule -> found.add(new Finding(
                            schema.table(),
                            rule,
                            "",
                            "",
                            1,
                            List.of(new Finding.Example(0, "", sentence)),
                            rule.fix())));
        }
    }

    /** Whether the table as a whole can be used: it has rows, its account closes, no more rows left than the gate allows. */
    private Optional<Fault> judged(Schema<?> schema, SourceFile file, Findings findings) {
        long out = findings.rowsFaulty();
        BigDecimal allowed = BigDecimal.valueOf(evaluation.maxQuarantinedShare())
                .multiply(BigDecimal.valueOf(findings.rowsOfData()));
        if (!findings.isClosed()) {
            String account = findings.rowsIn() + " <> " + findings.rowsUsed() + " + " + findings.rowsQuarantined();
            return Optional.of(Fault.of(Rule.ACCOUNT, file.shown(), account));
        } else if (findings.rowsIn() == 0 && schema.table().equals("schools")) {
            return Optional.of(Fault.of(Rule.NO_ROW, file.shown(), ""));
        } else if (BigDecimal.valueOf(out).compareTo(allowed) > 0) {
            Optional<Waiver> waiver = around.waivers().of(schema.table(), Rule.GATE);
            if (waiver.isEmpty()) {
                return Optional.of(Fault.of(Rule.GATE, file.shown(), out + " / " + findings.rowsOfData()));
            }
            findings.tell(Fault.of(Rule.WAIVED, file.shown(), Waivers.shown(waiver.get())));
        } else if (findings.rowsIn() == 0) {
            findings.tell(Fault.of(Rule.OPTIONAL_WITHOUT_ROW, file.shown(), ""));
            around.references().learnEmpty(schema.table());
        }
        return Optional.empty();
    }

    private CheckedTable none(Schema<?> schema) {
        RowReader empty = new RowReader(schema, List.of(), around.pseudonyms());
        return new CheckedTable(
                List.of(empty.struct().fieldNames()),
                Set.of(),
                () -> new TableRows(empty.struct(), around.spill(), around.room()).rows(engine),
                engine);
    }

    private String name() {
        @Nullable Path name = evaluation.file().getFileName();
        return String.valueOf(name);
    }
}
