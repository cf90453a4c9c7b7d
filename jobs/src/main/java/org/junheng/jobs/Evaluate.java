package org.junheng.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.CheckFolder;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.ingest.Shrinkage;
import org.junheng.jobs.publish.Dictionary;
import org.junheng.jobs.publish.Manifest;
import org.junheng.jobs.publish.Origin;
import org.junheng.jobs.publish.RunFolder;
import org.junheng.jobs.publish.RunIdentity;
import org.junheng.jobs.publish.RunLock;
import org.junheng.jobs.publish.Storage;
import org.junheng.jobs.publish.TableWriter;
import org.junheng.jobs.report.DictionaryPage;
import org.junheng.jobs.report.Language;
import org.junheng.jobs.report.Report;
import org.junheng.jobs.report.SummaryTables;
import org.junheng.jobs.report.Workbook;
import org.junheng.jobs.rows.Kept;
import org.junheng.jobs.stage.Guard;
import org.junheng.jobs.stage.Judge;
import org.junheng.jobs.stage.Reviewed;
import org.junheng.jobs.stage.SubjectNames;
import org.junheng.jobs.table.ClusterSchools;
import org.junheng.jobs.table.Contributions;
import org.junheng.jobs.table.ImpactEstimates;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.Metrics;
import org.junheng.jobs.table.ModelFits;
import org.junheng.jobs.table.Quality;
import org.junheng.jobs.table.Review;
import org.junheng.jobs.table.Rules;
import org.junheng.jobs.table.StockFlows;
import org.junheng.jobs.table.StockSensitivity;
import org.junheng.jobs.table.Subjects;
import org.junheng.metric.Words;
import org.junheng.rules.RuleBook;

/** The story of a run, top to bottom: read and check, put into one panel, measure, judge, protect, publish, report. */
public final class Evaluate {
    /** Parts of a table of a large delivery, written beside each other. */
    private static final int WRITERS = 8;

    private final Supplier<SparkSession> engine;
    private final Evaluation evaluation;
    private final RuleBook rules;
    private final Stopwatch progress;
    private final Room room;

    /** All of it on an engine. */
    public Evaluate(SparkSession spark, Evaluation evaluation, RuleBook rules, Stopwatch progress) {
        this(() -> spark, evaluation, rules, progress, Room.none());
    }

    /**
     * @param engine asked for its session when the delivery has been read, if it is asked at all
     * @param room how large a delivery is evaluated without it
     */
    public Evaluate(
            Supplier<SparkSession> engine, Evaluation evaluation, RuleBook rules, Stopwatch progress, Room room) {
        this.room = room;
        this.engine = engine;
        this.evaluation = evaluation;
        this.rules = rules;
        this.progress = progress;
    }

    /**
     * The results that stand below {@code out} already, when they come from the same code, configuration, rules and files: then there is
     * nothing to do, and no engine to start.
     *
     * @throws Refusal when another run holds the lock
     */
    @SuppressWarnings("try") // the lock is held, not used
    public static Optional<RunSummary> standing(Path out, Evaluation evaluation, RuleBook rules, Language language) {
        if (!Files.isDirectory(out.resolve("runs"))) {
            return Optional.empty();
        }
        try (RunLock lock = RunLock.take(out)) {
            return RunFolder.standing(
                    out, RunIdentity.of(evaluation, rules, language.name()).id());
        }
    }

    /**
     * Evaluates a delivery and publishes one run below {@code out}.
     *
     * @throws Refusal when the delivery is refused, storage fails or another run holds the lock; then nothing is published
     */
    @SuppressWarnings("try") // the lock is held, not used
    public RunSummary run(Path out, Language language) {
        RunIdentity identity = RunIdentity.of(evaluation, rules, language.name());
        try (RunLock lock = RunLock.take(out);
                Aside aside = new Aside()) {
            aside.start(SummaryTables::prepare);
            RunFolder folder = RunFolder.open(out, identity.id());
            boolean published = false;
            try {
                progress.begins(new Words("读取并检查", "reading and checking"));
                Delivery delivery = read(out, folder);
                SortedMap<String, TableWriter.Written> tables = kept(delivery, folder);
                SortedMap<String, Long> rows = new TreeMap<>();
                tables.forEach((name, written) -> rows.put(name, written.rows()));
                progress.begins(new Words("撰写报告", "writing the report"));
                check(folder.path().resolve("check"), delivery);
                Dictionary.write(folder.path().resolve("dictionary.md"), rows.keySet());
                DictionaryPage.write(
                        folder.path().resolve("dictionary.md"), folder.path().resolve("dictionary.html"));
                SummaryTables summary = SummaryTables.of(
                        folder.path(), evaluation.audience(), evaluation.policies(), Origin.of(identity, evaluation));
                Runnable workbook = aside.start(() -> Workbook.write(folder.path(), summary, language));
                Report.write(folder.path(), summary, language);
                workbook.run();
                RunSummary result = new RunSummary(
                        identity.id(),
                        folder.published(),
                        true,
                        RunSummary.Account.of(delivery.quality()),
                        rows,
                        counted(tables, "measures"),
                        counted(tables, "judgements"));
                Manifest.write(
                        folder.path().resolve("manifest.json"), identity, evaluation, delivery, result, progress);
                progress.begins(new Words("发布", "publishing"));
                folder.publish();
                published = true;
                return result;
            } catch (Exception e) {
                throw Storage.told(out, e);
            } finally {
                if (!published) {
                    aside.close();
                    folder.abandon();
                }
            }
        }
    }

    private Delivery read(Path out, RunFolder folder) {
        Delivery delivery = Shrinkage.judged(
                Ingest.read(engine, evaluation, folder.scratch(), room), evaluation, out.resolve("current"));
        delivery.messages().forEach(progress::tells);
        NotYet.of(evaluation).forEach(progress::tells);
        LocalDate asOf = evaluation.rosterDays().asOf();
        if (asOf != null) {
            progress.tells(new Words("集群名册按 " + asOf + " 当日", "the roster of clusters is that of " + asOf));
        }
        if (delivery.refusal() != null) {
            refused(out.resolve("check"), delivery);
            throw delivery.refusal();
        }
        return delivery;
    }

    private static void refused(Path folder, Delivery delivery) {
        check(folder, delivery);
        try {
            CheckFolder.writeReport(folder, delivery);
        } catch (IOException e) {
            throw Storage.refuse(folder, e);
        }
    }

    private static void check(Path folder, Delivery delivery) {
        try {
            CheckFolder.write(folder, delivery);
        } catch (IOException e) {
            throw Storage.refuse(folder, e);
        }
    }

    /** The tables; what an engine kept for them is let go. */
    private SortedMap<String, TableWriter.Written> kept(Delivery delivery, RunFolder folder) {
        Measured.Checked checked = Measured.Checked.of(delivery);
        if (checked.tables().areListed()) {
            try (Aside aside = new Aside()) {
                return tables(delivery, checked, folder, aside, 1);
            }
        }
        SparkSession spark = engine.get(); // before the thread beside this one begins, which takes over the session
        long rows = RunSummary.Account.of(delivery.quality()).used();
        Kept.begin(spark, rows);
        try (Aside aside = new Aside()) {
            return tables(delivery, checked, folder, aside, Kept.isOnDisk(spark) ? WRITERS : 1);
        } finally {
            Kept.end(spark);
        }
    }

    private SortedMap<String, TableWriter.Written> tables(
            Delivery delivery, Measured.Checked checked, RunFolder folder, Aside aside, int writers) {
        progress.begins(new Words("计算指标", "measuring"));
        Measured measured = Measured.of(checked, evaluation, rules, aside);
        measured.modelled().reasons().forEach(progress::tells);

        progress.begins(new Words("保护小样本并写表", "protecting small cells, writing tables"));
        TableWriter writer = new TableWriter(folder.path(), writers);
        Guard guard = measured.guard(evaluation);
        Runnable beside = aside.start(() -> {
            writer.write(Judgements.class, Judge.judgements(measured.judged()), guard::judgement, "verdict");
            writer.write(Subjects.class, SubjectNames.of(measured.schoolYears(), checked.tables()));
            if (evaluation.inputs().containsKey("memberships")) {
                writer.write(
                        ClusterSchools.class,
                        measured.checked().tables().records(Memberships.class).stream()
                                .map(ClusterSchools::of)
                                .toList());
            }
        });
        Reviewed reviewed = measured.reviewed(guard, evaluation);
        writer.write(Measures.class, measured.with(reviewed), guard::measure, "status");
        writer.write(ModelFits.class, measured.modelled().fits());
        if (!evaluation.impact().isEmpty()) {
            writer.write(ImpactEstimates.class, measured.modelled().impactEstimates());
        }
        writer.write(StockFlows.class, measured.flows());
        writer.write(StockSensitivity.class, measured.sensitivity());
        if (evaluation.scoring() != null) {
            writer.write(Review.class, reviewed.review());
            writer.write(Contributions.class, reviewed.contributions());
        }
        writer.write(Quality.class, delivery.quality());
        writer.write(Metrics.class, Dictionary.rows());
        writer.write(Rules.class, Dictionary.rules(rules));
        beside.run();
        return writer.written();
    }

    private static SortedMap<String, Long> counted(SortedMap<String, TableWriter.Written> tables, String table) {
        return tables.getOrDefault(table, TableWriter.Written.NOTHING).counts();
    }
}
