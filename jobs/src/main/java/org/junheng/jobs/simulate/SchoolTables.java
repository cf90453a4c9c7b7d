package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.LinkType;
import org.junheng.jobs.table.SchoolLinks;
import org.junheng.jobs.table.Schools;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.SchoolType;
import org.junheng.subject.UrbanRuralClass;

/** Writes counties, schools and school_links. */
final class SchoolTables {
    private final Province province;
    private final Plan plan;
    private final Mess mess;
    private final CounterRandom random;

    SchoolTables(Province province, Mess mess) {
        this.province = province;
        this.plan = province.plan();
        this.mess = mess;
        this.random = CounterRandom.of(plan.seed(), "school flags");
    }

    void write(Path folder) throws IOException {
        try (CsvFile counties = CsvFile.of(folder, Counties.class)) {
            for (DrawnCounty c : province.counties()) {
                counties.add(new Counties(
                        c.code(),
                        c.name(),
                        c.prefectureCode(),
                        c.prefectureName(),
                        Geography.PROVINCE_CODE,
                        Geography.PROVINCE_NAME,
                        c.support()));
            }
        }
        try (CsvFile schools = CsvFile.of(folder, Schools.class);
                CsvFile links = CsvFile.of(folder, SchoolLinks.class)) {
            for (DrawnSchool school : province.schools()) {
                writeYears(schools, school);
                writeLink(links, school);
            }
        }
    }

    private void writeYears(CsvFile file, DrawnSchool school) throws IOException {
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            if (school.existsIn(year)) {
                Schools facts = facts(school, year);
                long row = file.add(facts);
                if (isPartOfAnother(school) && facts.parentSchoolCode() == null) {
                    mess.note("schools", row, "parent_school_code", facts.schoolCode(), Mess.Kind.ORPHAN_POINT);
                }
            }
        }
    }

    private Schools facts(DrawnSchool school, int year) {
        return new Schools(
                school.code(year),
                year,
                school.name(year),
                school.county().code(),
                school.township(),
                school.type(),
                school.setting(),
                school.ownership(),
                !isPartOfAnother(school),
                parent(school, year),
                isQuality(school, year),
                isWeak(school, year),
                school.fate() instanceof Fate.Opens opens && year < opens.year() + 3,
                school.setting() == UrbanRuralClass.TOWN,
                opened(school),
                closed(school, year));
    }

    /** Three teaching points in four belong to a primary school; the fourth counts for itself. */
    private static boolean isPartOfAnother(DrawnSchool school) {
        return school.type() == SchoolType.TEACHING_POINT && school.position() % Layout.BLOCK != 47;
    }

    /** The parent is a primary school of the block; one point in every sixth county has lost the name of its parent. */
    private @Nullable String parent(DrawnSchool school, int year) {
        boolean lost = school.county().number() % 6 == 0 && school.position() == 39;
        if (!isPartOfAnother(school) || lost) {
            return null;
        }
        int parent =
                school.serial() - school.position() % Layout.BLOCK + (school.position() % Layout.BLOCK == 9 ? 6 : 10);
        return province.schools().get(parent).code(year);
    }

    /** Schools of quality from the start, one in eight of which is struck off in the last year, and members that were lifted by their cluster. */
    private boolean isQuality(DrawnSchool school, int year) {
        if (Layout.isQuality(school.position())) {
            boolean struckOff = school.position() % Layout.BLOCK == 15 && random.happens(0.25, school.serial(), 0);
            return !(struckOff && year == plan.lastYear());
        }
        return province.join().yearsSince(school, year) >= 2 && random.happens(0.4, school.serial(), 1);
    }

    private boolean isWeak(DrawnSchool school, int year) {
        boolean weak = school.setting() == UrbanRuralClass.RURAL
                && (province.join().everJoins(school) || random.happens(0.2, school.serial(), 2));
        return weak && province.join().yearsSince(school, year) < 2;
    }

    private LocalDate opened(DrawnSchool school) {
        return school.fate() instanceof Fate.Opens opens
                ? LocalDate.of(opens.year(), 9, 1)
                : LocalDate.of(1950 + random.below(60, school.serial(), 3), 9, 1);
    }

    private static @Nullable LocalDate closed(DrawnSchool school, int year) {
        return school.fate() instanceof Fate.Merged merged && year == merged.year() - 1
                ? LocalDate.of(merged.year(), 8, 31)
                : null;
    }

    private void writeLink(CsvFile file, DrawnSchool school) throws IOException {
        if (school.fate() instanceof Fate.Merged merged) {
            String successor = province.schools().get(merged.successor()).code(merged.year());
            long row = file.add(
                    new SchoolLinks(school.firstCode(), successor, LocalDate.of(merged.year(), 9, 1), LinkType.MERGED));
            mess.note("school_links", row, "", school.firstCode(), Mess.Kind.MERGED_SCHOOL);
        } else if (school.fate() instanceof Fate.Renamed renamed) {
            long row = file.add(new SchoolLinks(
                    school.firstCode(), renamed.code(), LocalDate.of(renamed.year(), 9, 1), LinkType.RENAMED));
            mess.note("school_links", row, "", school.firstCode(), Mess.Kind.RENAMED_SCHOOL);
        }
    }
}
