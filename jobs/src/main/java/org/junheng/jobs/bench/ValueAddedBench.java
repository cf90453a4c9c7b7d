package org.junheng.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.Engine;
import org.junheng.jobs.Stopwatch;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.Modelled;
import org.junheng.jobs.stage.Tables;
import org.junheng.jobs.stage.ValueAdded;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Schema;
import org.junheng.rules.RuleBook;

/**
 * The value-added stage with one prior and five covariates, against a plain Spark job that does the same joins and one group-by in doubles. The
 * pupils are made first and stored as Parquet, from which both read; the same tables of up to a million pupils are left as CSV for another program.
 */
public final class ValueAddedBench {

    /** So many pupils another program reads in a reasonable time. */
    private static final long MOST_FOR_OTHERS = 1_000_000;

    private static final String EVALUATION = """
            evaluation: bench
            years: [2021, 2024]
            inputs: {schools: schools.csv}
            value_added:
              - id: bench
                outcome: {year: 2024, grade: 9}
                prior: [{year: 2021, grade: 6}]
                subjects: [math]
                covariates: [a, b, c, d, e]
            """;

    private ValueAddedBench() {}

    /** {@code PUPILS SCHOOLS OUT}. */
    public static void main(String... args) throws IOException {
        long pupils = Long.parseLong(args[0]);
        Path out = Files.createDirectories(Path.of(args[2]));
        Path file = Files.writeString(out.resolve("evaluation.yaml"), EVALUATION);
        Files.writeString(out.resolve("schools.csv"), "school_code,year\n");
        List<ValueAddedBlock> blocks =
                EvaluationReader.read(file, RuleBook.known()).valueAdded();
        try (SparkSession spark = Engine.start("Asia/Shanghai")) {
            long schools = Long.parseLong(args[1]);
            Map<String, Dataset<Row>> few = tables(spark, pupils / 50, schools / 50, out.resolve("warm-up"));
            plain(few, out.resolve("warm-up/plain"));
            ValueAdded.of(asked(few), blocks); // both have compiled code then
            Map<String, Dataset<Row>> tables = tables(spark, pupils, schools, out);
            Clock began = Clock.now();
            plain(tables, out.resolve("plain"));
            Clock plain = Clock.now().since(began);
            began = Clock.now();
            Modelled modelled = ValueAdded.of(asked(tables), blocks);
            Clock stage = Clock.now().since(began);
            System.out.printf(
                    Locale.ROOT,
                    "value-added %d pupils %d schools measures %d stage %.2f plain %.2f ratio %.2f"
                            + " CPU: stage %.2f plain %.2f ratio %.2f heap_mb %d%n",
                    pupils,
                    schools,
                    modelled.measures().size(),
                    stage.wall(),
                    plain.wall(),
                    stage.wall() / plain.wall(),
                    stage.cpu(),
                    plain.cpu(),
                    stage.cpu() / plain.cpu(),
                    Stopwatch.peakMemory() >> 20);
            modelled.fits().stream()
                    .filter(fit -> fit.term().startsWith("prior") || fit.term().startsWith("sigma2"))
                    .forEach(fit -> System.out.println(fit.term() + " " + fit.estimate()));
        }
    }

    private static Tables asked(Map<String, Dataset<Row>> tables) {
        Map<String, Rows> checked = new HashMap<>();
        tables.forEach((name, rows) -> checked.put(name, Rows.of(rows)));
        return new Tables(checked, name -> Objects.requireNonNull(tables.get(name)));
    }

    private static Map<String, Dataset<Row>> tables(SparkSession spark, long pupils, long schools, Path out) {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        for (Schema<?> schema : Inputs.ALL) {
            tables.put(schema.table(), spark.createDataFrame(List.of(), schema.struct()));
        }
        Dataset<Row> drawn = spark.range(pupils)
                .selectExpr(
                        "concat('P', id) AS pupil_id",
                        "concat('S', pmod(hash(id), " + schools + ")) AS school_code",
                        "round(60 + 10 * randn(1), 2) AS prior",
                        "round(randn(2), 2) AS noise",
                        "cast(id % 2 AS string) AS a",
                        "cast(id % 3 = 0 AS string) AS b",
                        "cast(round(rand(3), 3) AS string) AS c",
                        "cast(round(rand(4), 3) AS string) AS d",
                        "cast(id % 7 AS string) AS e")
                .selectExpr(
                        "*",
                        "round(20 + 0.7 * prior + pmod(hash(school_code), 100) / 25 + double(a) + 6 * noise, 2) AS score");
        String cohort = out.resolve("cohort").toString();
        drawn.write().parquet(cohort);
        Dataset<Row> stored = spark.read().parquet(cohort);
        stored.selectExpr("pupil_id", "2024 AS year", "9 AS grade", "'math' AS subject", "school_code", "score")
                .unionAll(stored.selectExpr(
                        "pupil_id", "2021 AS year", "6 AS grade", "'math' AS subject", "school_code", "prior AS score"))
                .write()
                .parquet(out.resolve("scores").toString());
        stored.selectExpr("pupil_id", "a", "b", "c", "d", "e")
                .write()
                .parquet(out.resolve("pupils").toString());
        tables.put("pupil_scores", spark.read().parquet(out.resolve("scores").toString()));
        tables.put("pupils", spark.read().parquet(out.resolve("pupils").toString()));
        if (pupils <= MOST_FOR_OTHERS) {
            for (String name : List.of("pupil_scores", "pupils")) {
                Objects.requireNonNull(tables.get(name))
                        .coalesce(1)
                        .write()
                        .option("header", true)
                        .csv(out.resolve("csv/" + name).toString());
            }
        }
        return tables;
    }

    /** Sums and products of a school in doubles. */
    private static void plain(Map<String, Dataset<Row>> tables, Path out) {
        tables.forEach((name, rows) -> rows.createOrReplaceTempView(name));
        List<String> numbers =
                List.of("o.score", "b.score", "double(p.a)", "double(p.c)", "double(p.d)", "double(p.e)");
        String sums = numbers.stream()
                .map(one -> "sum(" + one + "), "
                        + numbers.stream()
                                .map(two -> "sum(" + one + " * " + two + ")")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(", "));
        SparkSession.active()
                .sql(
                        "SELECT o.school_code, p.b, count(*), " + sums
                                + " FROM pupil_scores o JOIN pupil_scores b ON o.pupil_id = b.pupil_id"
                                + " JOIN pupils p ON o.pupil_id = p.pupil_id WHERE o.grade = 9 AND b.grade = 6 GROUP BY o.school_code, p.b")
                .write()
                .format("noop")
                .mode("overwrite")
                .save(out.toString());
    }
}
