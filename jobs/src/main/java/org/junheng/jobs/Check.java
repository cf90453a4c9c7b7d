package org.junheng.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junheng.balance.Resource;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.CheckFolder;
import org.junheng.jobs.ingest.Delivery;
import org.junheng.jobs.ingest.Ingest;
import org.junheng.jobs.ingest.Shrinkage;
import org.junheng.jobs.publish.RunFolder;
import org.junheng.jobs.publish.RunLock;
import org.junheng.jobs.publish.Storage;
import org.junheng.jobs.stage.Unassessed;
import org.junheng.jobs.table.Quality;
import org.junheng.metric.Words;

/** Reads and checks a delivery, says what is usable, what is quarantined and what cannot be computed; measures nothing, and needs no engine. */
public final class Check {
    private final Evaluation evaluation;
    private final Progress progress;

    public Check(Evaluation evaluation, Progress progress) {
        this.evaluation = evaluation;
        this.progress = progress;
    }

    /** @throws Refusal when the delivery is refused; its account is written all the same */
    @SuppressWarnings("try") // the lock is held, not used
    public void run(Path out) {
        try (RunLock lock = RunLock.take(out)) {
            RunFolder folder = RunFolder.open(out, "check");
            try {
                Delivery delivery = Shrinkage.judged(
                        Ingest.checked(evaluation, folder.scratch()), evaluation, out.resolve("current"));
                write(out.resolve("check"), delivery);
                delivery.messages().forEach(progress::tells);
                NotYet.of(evaluation).forEach(progress::tells);
                delivery.quality().stream()
                        .filter(q -> q.rule().isEmpty() && q.file().isEmpty())
                        .forEach(q -> progress.tells(account(q)));
                if (delivery.refusal() != null) {
                    throw delivery.refusal();
                }
                missing(delivery);
            } catch (RuntimeException e) {
                throw Storage.told(out, e);
            } finally {
                folder.abandon();
            }
        }
    }

    private static void write(Path folder, Delivery delivery) {
        try {
            CheckFolder.write(folder, delivery);
            CheckFolder.writeReport(folder, delivery);
        } catch (IOException e) {
            throw Storage.refuse(folder, e);
        }
    }

    private void missing(Delivery delivery) {
        Set<String> filled = Unassessed.given(delivery.filled(), evaluation);
        for (Unassessed.Missing m : Unassessed.missing(filled, List.of(Resource.values()))) {
            String what = m.metric() + (m.facet().isEmpty() ? "" : " " + m.facet());
            progress.tells(new Words(
                    what + " 不能评价:" + m.reason().zh(),
                    what + " cannot be assessed: " + m.reason().en()));
        }
    }

    private static Words account(Quality q) {
        return new Words(
                q.inputTable() + ":读入 " + q.rowsIn() + " 行,使用 " + q.rowsUsed() + " 行,隔离 " + q.rowsQuarantined() + " 行",
                q.inputTable() + ": " + q.rowsIn() + " rows read, " + q.rowsUsed() + " used, " + q.rowsQuarantined()
                        + " quarantined");
    }
}
