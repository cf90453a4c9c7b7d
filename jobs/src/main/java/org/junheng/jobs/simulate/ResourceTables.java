package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Facilities;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Staff;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;

/** Writes staff and facilities around the standards of 2017 (primary / junior): R1 4.2/5.3, R2 1, R3 0.9, R4 4.5/5.8, R5 7.5/10.2, R6 2000/2500, R7 2.3/2.4. */
final class ResourceTables {
    private final Province province;
    private final Levels levels;
    private final Mess mess;

    ResourceTables(Province province, Mess mess) {
        this.province = province;
        this.levels = new Levels(province.plan(), province.join());
        this.mess = mess;
    }

    void write(Path folder) throws IOException {
        try (CsvFile staff = CsvFile.of(folder, Staff.class);
                CsvFile facilities = CsvFile.of(folder, Facilities.class)) {
            for (DrawnSchool school : province.schools()) {
                for (int year = province.plan().firstYear();
                        year <= province.plan().lastYear();
                        year++) {
                    if (school.existsIn(year)) {
                        writeStaff(staff, school, year);
                        writeFacilities(facilities, school, year);
                    }
                }
            }
        }
    }

    private void writeStaff(CsvFile file, DrawnSchool school, int year) throws IOException {
        for (Stage stage : Stage.values()) {
            long pupils = province.enrolment().pupils(school, stage, year);
            if (pupils > 0 && isIllegible(school, year, 5)) {
                Object[] cells = new Object[Schema.of(Staff.class).names().size()];
                cells[0] = school.code(year);
                cells[1] = year;
                cells[2] = stage;
                cells[3] = "约" + pupils;
                mess.note("staff", file.cells(cells), "pupil_count", school.code(year), Mess.Kind.NOT_A_NUMBER);
            } else if (pupils > 0) {
                Staff facts = staff(school, stage, year, pupils);
                long row = file.add(facts);
                noteIfMissing("staff", row, "backbone_teachers", facts.backboneTeachers(), facts.schoolCode());
                noteIfMissing("staff", row, "pe_teachers", facts.peTeachers(), facts.schoolCode());
            }
        }
    }

    /** The full-time teachers of all stages of a school. */
    long teachers(DrawnSchool school, int year) {
        double teachers = 0;
        for (Stage stage : Stage.values()) {
            long pupils = province.enrolment().pupils(school, stage, year);
            Double own = pupils == 0 ? null : staff(school, stage, year, pupils).fullTimeTeacherCount();
            teachers += own == null ? 0 : own;
        }
        return Math.round(teachers);
    }

    private Staff staff(DrawnSchool school, Stage stage, int year, long pupils) {
        boolean primary = stage == Stage.PRIMARY;
        double hundreds = pupils / 100.0;
        long above = Math.round(hundreds * (primary ? 4.2 : 5.3) * 1.12 * levels.of(school, 1, year));
        long backbone = Math.round(hundreds * 1.2 * levels.of(school, 2, year));
        long pe = Math.round(hundreds * 0.55 * levels.of(school, 3, year));
        long arts = Math.round(hundreds * 0.55 * levels.of(school, 3, year));
        long teachers =
                Math.max(Math.max(Math.round(pupils / (primary ? 17.0 : 12.5)), above + 1), backbone + pe + arts);
        long bachelors = Math.round(teachers * (0.55 + 0.25 * levels.uniform(school, 0, 13)));
        long eligible = Math.round(0.4 * teachers);
        double rate = 0.06 + 0.02 * (year - province.plan().firstYear()) + 0.06 * levels.uniform(school, year, 10);
        long rotated = Math.min(eligible, Math.round(rate * eligible));
        long rotatedBackbone = Math.round(rotated * (0.12 + 0.25 * levels.uniform(school, year, 11)));
        return new Staff(
                school.code(year),
                year,
                stage,
                pupils,
                (double) teachers,
                (double) above,
                mess.isMissing(school, year, column(stage)) ? null : (double) backbone,
                mess.isMissing(school, year, 4 + column(stage)) ? null : (double) pe,
                (double) arts,
                (double) Math.round(teachers * (0.40 + 0.15 * levels.uniform(school, 0, 12))),
                (double) (primary ? Math.min(above, bachelors) : Math.max(above, bachelors)),
                (double) eligible,
                (double) rotated,
                (double) rotatedBackbone,
                levels.uniform(school, year, 14) < 0.1 ? 1.0 : 0.0);
    }

    private void writeFacilities(CsvFile file, DrawnSchool school, int year) throws IOException {
        Facilities facts = facilities(school, year);
        long row = file.add(facts);
        if (isIllegible(school, year, 13)) {
            mess.note("facilities", row, "sports_ground_area_m2", facts.schoolCode(), Mess.Kind.NEGATIVE);
        }
        noteIfMissing("facilities", row, "equipment_value_10k_yuan", facts.equipmentValue10kYuan(), facts.schoolCode());
        noteIfMissing("facilities", row, "multimedia_classrooms", facts.multimediaClassrooms(), facts.schoolCode());
    }

    private Facilities facilities(DrawnSchool school, int year) {
        double pupils = weighted(school, year);
        boolean junior = !school.teaches(Stage.PRIMARY);
        double mixed = school.teaches(Stage.PRIMARY) && school.teaches(Stage.JUNIOR) ? 1.15 : 1.05;
        double sports = pupils * (junior ? 10.2 : 7.5) * mixed * levels.of(school, 5, year);
        double indoor = school.sits(9) ? 0.1 * sports : 0;
        double ground = isIllegible(school, year, 13) ? -120 : tenths(sports - indoor);
        return new Facilities(
                school.code(year),
                year,
                tenths(pupils * (junior ? 5.8 : 4.5) * mixed * 1.05 * levels.of(school, 4, year) + indoor),
                tenths(indoor),
                ground,
                mess.isMissing(school, year, 8)
                        ? null
                        : Math.round(pupils * (junior ? 25 : 20) * mixed * 1.05 * levels.of(school, 6, year)) / 100.0,
                mess.isMissing(school, year, 9)
                        ? null
                        : Math.round(pupils * (junior ? 0.024 : 0.023) * mixed * 1.05 * levels.of(school, 7, year)),
                Math.round(pupils * 0.13 * levels.of(school, 7, year)),
                Math.round(pupils * 22 * (0.7 + 0.3 * levels.of(school, 6, year))),
                classes(school, year));
    }

    /** Pupils as the official split of shared resources weighs them. */
    private double weighted(DrawnSchool school, int year) {
        long primary = province.enrolment().pupils(school, Stage.PRIMARY, year);
        long junior = province.enrolment().pupils(school, Stage.JUNIOR, year);
        long senior = province.enrolment().pupils(school, Stage.SENIOR, year);
        return switch (school.type()) {
            case NINE_YEAR -> primary + 1.1 * junior;
            case TWELVE_YEAR -> primary + 1.1 * junior + 1.32 * senior;
            case COMPLETE_SECONDARY -> junior + 1.2 * senior;
            default -> primary + junior + senior + province.enrolment().pupils(school, Stage.KINDERGARTEN, year);
        };
    }

    private long classes(DrawnSchool school, int year) {
        long classes = 0;
        for (Stage stage : Stage.values()) {
            classes += (province.enrolment().pupils(school, stage, year) + 42) / 43;
        }
        return classes;
    }

    /** One school in the first year of the first county has an illegible row: a kindergarten in either table, so that no gap changes. */
    private boolean isIllegible(DrawnSchool school, int year, int position) {
        return school.county().number() == 0
                && school.position() == position
                && school.type() == SchoolType.KINDERGARTEN
                && year == province.plan().firstYear();
    }

    private void noteIfMissing(String table, long row, String column, @Nullable Object value, String code)
            throws IOException {
        if (value == null) {
            mess.note(table, row, column, code, Mess.Kind.MISSING_CELL);
        }
    }

    private static int column(Stage stage) {
        return switch (stage) {
            case PRIMARY -> 0;
            case JUNIOR -> 1;
            case SENIOR -> 2;
            case KINDERGARTEN -> 3;
        };
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
