package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.metric.Better;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.Ownership;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/** Writes school_indicators: the share of fit pupils in every year, and in the last year the counts that other rules need. */
final class IndicatorTable {
    private final Province province;
    private final Plan plan;
    private final ResourceTables resources;
    private final CounterRandom random;

    IndicatorTable(Province province, ResourceTables resources) {
        this.province = province;
        this.resources = resources;
        this.plan = province.plan();
        this.random = CounterRandom.of(plan.seed(), "indicator");
    }

    void write(Path folder) throws IOException {
        try (CsvFile file = CsvFile.of(folder, SchoolIndicators.class)) {
            for (DrawnSchool school : province.schools()) {
                if (school.isSurveyed()) {
                    writeFitness(file, school);
                    writeCounts(file, school);
                }
                if (school.isCompulsory() && school.existsIn(plan.lastYear())) {
                    writeReport(file, school);
                }
            }
        }
    }

    private void writeFitness(CsvFile file, DrawnSchool school) throws IOException {
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            for (Stage stage : List.of(Stage.PRIMARY, Stage.JUNIOR)) {
                long pupils = province.enrolment().pupils(school, stage, year);
                double rate = 0.88 + 0.02 * random.normal(school.serial(), 0) + 0.01 * (year - plan.firstYear());
                double fit = Math.round(pupils * Math.min(1, rate));
                if (pupils > 0) {
                    file.add(new SchoolIndicators(
                            school.code(year),
                            year,
                            stage,
                            "fitness_pass_rate",
                            fit / pupils,
                            fit,
                            (double) pupils,
                            null,
                            null,
                            "share",
                            Better.HIGHER,
                            null));
                }
            }
        }
    }

    private long pupils(DrawnSchool school) {
        long pupils = 0;
        for (Stage stage : Stage.values()) {
            pupils += pupils(school, stage);
        }
        return pupils;
    }

    private long pupils(DrawnSchool school, Stage stage) {
        return province.enrolment().pupils(school, stage, plan.lastYear());
    }

    /** What every compulsory school reports of its teachers, its catchment and, where it has several stages, its classes. */
    private void writeReport(CsvFile file, DrawnSchool school) throws IOException {
        int s = school.serial();
        long teachers = resources.teachers(school, plan.lastYear());
        if (teachers == 0) {
            return;
        }
        count(file, school, null, "certified_teachers", teachers - (random.happens(0.02, s, 9) ? 1 : 0), "teachers");
        count(
                file,
                school,
                null,
                "trained_360h_teachers",
                teachers - (random.happens(0.02, s, 10) ? 1 : 0),
                "teachers");
        boolean isOfTown = school.setting() != UrbanRuralClass.RURAL && school.ownership() == Ownership.PUBLIC;
        for (Stage stage : List.of(Stage.PRIMARY, Stage.JUNIOR)) {
            long pupils = pupils(school, stage);
            if (pupils > 0 && isOfTown) {
                count(file, school, stage, "in_catchment_pupil_count", inside(s, stage, pupils), "pupils");
            }
            if (pupils > 0 && pupils(school) > pupils) {
                double most = 38.0 + random.below(14, s, 4); // the largest class of the whole school
                count(file, school, stage, "largest_class_size", most - (stage == Stage.JUNIOR ? 2 : 0), "pupils");
            }
        }
    }

    /** In most schools all primary pupils live in the catchment, and more than 95 % of the junior ones. */
    private double inside(int serial, Stage stage, long pupils) {
        double outside = stage == Stage.PRIMARY
                ? random.happens(0.03, serial, 11) ? 0.02 : 0
                : 0.005 + 0.06 * random.uniform(serial, 12);
        return pupils - Math.round(outside * pupils);
    }

    private void writeCounts(CsvFile file, DrawnSchool school) throws IOException {
        int s = school.serial();
        long pupils = pupils(school);
        if (pupils == 0) {
            return;
        }
        double rooms = StrictMath.ceil(pupils / 520.0);
        double budget = Math.round(pupils * 7.5 * (1 + 0.2 * random.uniform(s, 1))) / 100.0;
        count(file, school, null, "music_rooms_ge96", rooms - (random.happens(0.2, s, 2) ? 1 : 0), "rooms");
        count(file, school, null, "art_rooms_ge90", rooms - (random.happens(0.2, s, 3) ? 1 : 0), "rooms");
        count(file, school, null, "largest_class_size", 38.0 + random.below(14, s, 4), "pupils");
        count(file, school, null, "running_budget_10k_yuan", budget, "10k yuan");
        count(
                file,
                school,
                null,
                "training_budget_10k_yuan",
                Math.round(budget * (4.6 + 2 * random.uniform(s, 5))) / 100.0,
                "10k yuan");
        if (school.teaches(Stage.JUNIOR)) {
            writeGraduates(file, school);
        }
    }

    private void writeGraduates(CsvFile file, DrawnSchool school) throws IOException {
        int s = school.serial();
        double began =
                Math.max(4, Math.round(province.enrolment().pupils(school, Stage.JUNIOR, plan.lastYear()) / 3.0));
        double in = random.below(6, s, 6);
        double out = random.below(6, s, 7);
        double lost = (double) Math.round(began * 0.06 * random.uniform(s, 8));
        count(file, school, Stage.JUNIOR, "grade7_base_count", began, "pupils");
        count(file, school, Stage.JUNIOR, "transfer_in_count", in, "pupils");
        count(file, school, Stage.JUNIOR, "transfer_out_count", out, "pupils");
        count(file, school, Stage.JUNIOR, "death_count", 0, "pupils");
        count(file, school, Stage.JUNIOR, "graduate_count", Math.max(0, began + in - out - lost), "pupils");
    }

    private void count(
            CsvFile file, DrawnSchool school, @Nullable Stage stage, String indicator, double value, String unit)
            throws IOException {
        int year = plan.lastYear();
        file.add(new SchoolIndicators(
                school.code(year), year, stage, indicator, value, null, null, null, null, unit, Better.NONE, null));
    }
}
