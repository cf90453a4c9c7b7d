package org.junheng.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.report.Language;
import org.junheng.metric.Words;
import org.junheng.rules.RuleBook;

/** Whole runs for tests, and the tables that they published. */
public final class Runs {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final Progress SILENT = new Progress() {
        @Override
        public void begins(Words stage) {}

        @Override
        public void tells(Words sentence) {}
    };

    private Runs() {}

    /** Evaluates a delivery and returns the folder of the published run. */
    public static Path of(Path evaluationFile, Path out) {
        return of(evaluationFile, out, Room.none());
    }

    /** The same of a delivery that may find room in this program. */
    public static Path of(Path evaluationFile, Path out, Room room) {
        Evaluation evaluation = EvaluationReader.read(evaluationFile, RuleBook.known());
        RuleBook rules = RuleBook.EMPTY;
        for (String policy : evaluation.policies()) {
            rules = rules.and(RuleBook.of(policy));
        }
        return new Evaluate(SparkForTests::session, evaluation, rules, new Stopwatch(SILENT), room)
                .run(out, Language.EN)
                .folder();
    }

    static List<CSVRecord> table(Path file) throws IOException {
        try (CSVParser parser = TABLE.parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        }
    }
}
