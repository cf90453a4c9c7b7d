package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;

/** Writes a fictitious province as a delivery: evaluation.yaml, protocol.yaml, data, what is true, and a README that says how it was drawn. */
public final class Simulation {
    private Simulation() {}

    /**
     * Writes the province of a plan. The same plan gives the same bytes on every machine.
     *
     * @throws Refusal when the folder already holds an evaluation file, which may be the user's own
     */
    public static void write(Path out, Plan plan) throws IOException {
        if (Files.exists(out.resolve(Documents.EVALUATION))) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    "simulate:文件夹 " + out + " 中已有 " + Documents.EVALUATION + ",不覆盖。请用 --out 指定另一个文件夹。",
                    "simulate: the folder " + out + " already holds " + Documents.EVALUATION
                            + " and nothing is overwritten. Name another folder with --out.");
        }
        Path data = Files.createDirectories(out.resolve("data"));
        Path truth = Files.createDirectories(out.resolve("truth"));
        Province province = Province.draw(plan.seed(), plan);
        try (Mess mess = new Mess(truth, plan.seed())) {
            new SchoolTables(province, mess).write(data);
            ResourceTables resources = new ResourceTables(province, mess);
            resources.write(data);
            ExamTallies tallies = new PupilTables(province, mess).write(data);
            new ScoreTables(province, mess, tallies).write(data);
            new SurveyTables(province, mess).write(data);
            new ClusterTables(province, mess).write(data);
            new CountyTables(province).write(data);
            new IndicatorTable(province, resources).write(data);
            new TruthTables(province).write(truth);
            new Documents(plan).write(out, mess);
        }
    }
}
