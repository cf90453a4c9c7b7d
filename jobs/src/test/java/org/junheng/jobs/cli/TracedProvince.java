package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Measured;
import org.junheng.jobs.Runs;
import org.junheng.jobs.SampleRun;
import org.junheng.jobs.SparkForTests;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** Drawn provinces, each evaluated once for all tests that trace its numbers: one without the effects of joining, which take longest, and one that asks for every model. */
final class TracedProvince {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static @Nullable TracedProvince drawn;
    private static @Nullable TracedProvince rich;

    private final Path folder;
    private final PublishedRun run;
    private final EvaluationFile file;
    private final SortedMap<String, Measures> published = new TreeMap<>();
    private Measured.@Nullable Checked read;
    private @Nullable Measured whole;

    private TracedProvince(Path folder, Path evaluation, Path results) {
        this.folder = folder;
        run = PublishedRun.find(results);
        file = EvaluationFile.read(evaluation, EvaluationReader.Day.NOT_TOLD);
        for (Row row : SparkForTests.session()
                .read()
                .parquet(run.folder().resolve("tables/measures").toString())
                .collectAsList()) {
            published.put(key(row), MEASURES.record(row));
        }
    }

    /** What becomes of a drawn delivery before it is evaluated. */
    private interface Delivery {
        void change(Path folder) throws IOException;
    }

    private static void withoutImpact(Path drawn) throws IOException {
        Path evaluation = drawn.resolve("evaluation.yaml");
        String asked = Files.readString(evaluation);
        assertTrue(asked.contains("impact:\n") && asked.indexOf("impact:\n") < asked.indexOf("protocol:"));
        Files.writeString(
                evaluation,
                asked.substring(0, asked.indexOf("impact:\n")) + asked.substring(asked.indexOf("protocol:")));
    }

    static synchronized TracedProvince drawn() throws IOException {
        TracedProvince province = drawn != null ? drawn : of(TracedProvince::withoutImpact);
        drawn = province;
        return province;
    }

    static synchronized TracedProvince rich() throws IOException {
        TracedProvince province = rich != null ? rich : of(RichDelivery::add);
        rich = province;
        return province;
    }

    /** The committed sample, which is large enough for what needs many schools. */
    static TracedProvince sample() throws IOException {
        return new TracedProvince(emptied(), SampleRun.SAMPLE.resolve("evaluation.yaml"), SampleRun.folder());
    }

    private static TracedProvince of(Delivery delivery) throws IOException {
        Path folder = emptied();
        Path drawn = folder.resolve("drawn");
        Simulation.write(drawn, Plan.of(100, 4, 600, 3));
        delivery.change(drawn);
        Path evaluation = drawn.resolve("evaluation.yaml");
        return new TracedProvince(folder, evaluation, Runs.of(evaluation, folder.resolve("out")));
    }

    private static Path emptied() throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "traced-");
    }

    Path folder() {
        return folder;
    }

    PublishedRun run() {
        return run;
    }

    EvaluationFile file() {
        return file;
    }

    /** The numbers by their keys. */
    SortedMap<String, Measures> published() {
        return published;
    }

    /** The delivery as the command reads it, in lists. */
    synchronized Measured.Checked checked() {
        Measured.Checked checked = read;
        if (checked == null) {
            Room room = new Room(Room.ORDINARY, () -> {});
            checked = Measured.Checked.of(
                    Ingest.read(SparkForTests::session, file.evaluation(), folder.resolve("spill"), room));
            read = checked;
        }
        return checked;
    }

    /** The whole delivery measured, its models among it. */
    synchronized Measured measured() {
        Measured measured = whole;
        if (measured == null) {
            measured = Measured.of(checked(), file.evaluation(), file.rules());
            whole = measured;
        }
        return measured;
    }

    Subject first(SubjectType type) {
        return new Subject(
                type,
                published.values().stream()
                        .filter(m -> m.subjectType() == type)
                        .map(Measures::subjectId)
                        .min(String::compareTo)
                        .orElseThrow());
    }

    static String key(Row row) {
        return MEASURES.keys().stream()
                .map(k -> row.getAs(k) == null ? "" : String.valueOf(row.<Object>getAs(k)))
                .collect(Collectors.joining("|"));
    }
}
