package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.junheng.jobs.Engine;
import org.junheng.jobs.Measured;
import org.junheng.jobs.StartingEngine;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.ingest.Room;
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

    /**
     * Something that is done with the checked rows; what they spill to disk goes with it. A delivery of ordinary size needs no engine, a larger one
     * has it while this lasts.
     */
    <T> T read(Function<Measured.Checked, T> use) throws IOException {
        Path temporary = Files.createTempDirectory("junheng-trace");
        RunFolder folder = RunFolder.open(temporary, "trace");
        try (StartingEngine engine = new StartingEngine(evaluation().timezone().getId(), Map.of())) {
            Room room = Engine.isGiven() ? Room.none() : new Room(Room.ORDINARY, engine::begin);
            Delivery delivery = Ingest.read(engine::session, evaluation(), folder.scratch(), room);
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
