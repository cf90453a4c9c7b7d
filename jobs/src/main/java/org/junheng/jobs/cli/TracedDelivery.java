package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.Engine;
import org.junheng.jobs.Measured;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.publish.Provenance;
import org.junheng.jobs.publish.RunFolder;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.report.Language;
import org.junheng.rules.RuleBook;

/** The delivery behind a published run, when it is still the same, to be read again. */
record TracedDelivery(EvaluationFile file) {

    /** @throws org.junheng.jobs.Refusal when anything that the run was made of has changed */
    static TracedDelivery of(PublishedRun run) {
        Provenance told = Provenance.of(run.folder());
        EvaluationFile file = EvaluationFile.read(told.file(), told.day());
        told.requireUnchanged(
                file.evaluation(),
                file.rules(),
                Arrays.stream(Language.values()).map(Language::name).toList());
        return new TracedDelivery(file);
    }

    Evaluation evaluation() {
        return file.evaluation();
    }

    RuleBook rules() {
        return file.rules();
    }

    /** Something that is done with the checked rows, while the engine runs; what they spill to disk goes with it. */
    <T> T read(Function<Measured.Checked, T> use) throws IOException {
        Path temporary = Files.createTempDirectory("junheng-trace");
        RunFolder folder = RunFolder.open(temporary, "trace");
        try (SparkSession spark = Engine.start(evaluation().timezone().getId())) {
            Delivery delivery = Ingest.read(spark, evaluation(), folder.scratch());
            if (delivery.refusal() != null) {
                throw delivery.refusal();
            }
            return use.apply(Measured.Checked.of(delivery));
        } finally {
            folder.abandon();
            Files.deleteIfExists(temporary);
        }
    }
}
