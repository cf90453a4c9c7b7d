package org.junheng.jobs.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.subject.Membership;
import org.junheng.subject.SchoolFacts.Area;

/** Schools of every year with their areas, clusters and pupils. */
public final class SchoolYears {
    static final String COUNTING = "counting_school";

    private static final Schema<SchoolYear> SCHEMA = Schema.of(SchoolYear.class);
    private static final String PUPILS = "pupils_of_stages";
    private static final StructType STRUCT =
            SCHEMA.struct().add(COUNTING, DataTypes.StringType, false).add(PUPILS, DataTypes.StringType, false);

    private final List<SchoolYear> schools;
    private final Map<String, StagePupils> pupils;

    SchoolYears(List<SchoolYear> schools, Map<String, StagePupils> pupils) {
        this.schools = List.copyOf(schools);
        this.pupils = pupils;
    }

    public static SchoolYears of(Tables tables, List<Integer> years) {
        Set<Integer> wanted = new HashSet<>(years);
        SortedMap<String, Area> areas = Registers.areas(tables);
        Map<String, List<Membership>> memberships = memberships(tables);
        List<SchoolYear> schools = new ArrayList<>();
        for (Schools s : tables.records(Schools.class)) {
            if (wanted.contains(s.year())) {
                schools.add(attributed(
                        s,
                        s.countyCode() == null ? null : areas.get(s.countyCode()),
                        memberships.getOrDefault(s.schoolCode(), List.of()),
                        tables.days().of(s.year())));
            }
        }
        Map<String, StagePupils> pupils = new HashMap<>();
        for (Staff s : tables.records(Staff.class)) {
            pupils.computeIfAbsent(s.schoolCode() + "|" + s.year(), k -> StagePupils.none())
                    .stages()
                    .put(s.stage(), s.pupilCount());
        }
        return new SchoolYears(schools, pupils);
    }

    public List<SchoolYear> list() {
        return schools;
    }

    StagePupils pupils(SchoolYear school) {
        return pupils.getOrDefault(school.schoolCode() + "|" + school.year(), StagePupils.none());
    }

    /** What {@link #row} says of the pupils. */
    static StagePupils pupils(Row row) {
        return StagePupils.parse(row.getAs(PUPILS));
    }

    /** As rows: the record's columns, the school into which each is merged for the resource check, and its pupils. */
    public Rows rows() {
        Map<String, SchoolYear> delivered = new HashMap<>();
        schools.forEach(s -> delivered.put(s.schoolCode() + "|" + s.year(), s));
        return Rows.of(
                STRUCT,
                schools.stream().map(s -> row(s, counting(s, delivered))).toList());
    }

    /**
     * The school into which one is merged for the resource check: its parent, or the parent's parent where that does not count either; the last
     * one that was delivered. Itself when it counts as a school, when no parent is delivered, and when its parents go round in a circle.
     */
    private static String counting(SchoolYear school, Map<String, SchoolYear> delivered) {
        Set<String> passed = new HashSet<>();
        SchoolYear whole = school;
        SchoolYear next = school;
        while (next != null) {
            if (!passed.add(next.schoolCode())) {
                return school.schoolCode();
            }
            whole = next;
            next = whole.isPart() ? delivered.get(whole.parentSchoolCode() + "|" + whole.year()) : null;
        }
        return whole.schoolCode();
    }

    private Row row(SchoolYear school, String counting) {
        Row row = SCHEMA.row(school);
        Object[] cells = new Object[STRUCT.size()];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.size()] = counting;
        cells[row.size() + 1] = pupils(school).text();
        return Schema.named(cells, STRUCT);
    }

    /** Memberships with a role, in the order in which they began. */
    private static Map<String, List<Membership>> memberships(Tables tables) {
        Map<String, List<Membership>> memberships = new HashMap<>();
        for (Memberships m : tables.records(Memberships.class)) {
            if (m.role() != null) {
                memberships
                        .computeIfAbsent(m.schoolCode(), s -> new ArrayList<>())
                        .add(new Membership(m.clusterId(), m.role(), m.joinedOn(), m.leftOn()));
            }
        }
        memberships
                .values()
                .forEach(of -> of.sort(Comparator.comparing(Membership::joinedOn)
                        .thenComparing(Membership::cluster)
                        .thenComparing(Membership::leftOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(m -> m.role().toString())));
        return memberships;
    }

    private static SchoolYear attributed(Schools s, @Nullable Area area, List<Membership> memberships, LocalDate day) {
        List<Membership> covering =
                memberships.stream().filter(m -> m.covers(day)).toList();
        Optional<Membership> one = Membership.attributed(covering, day);
        String participations = covering.stream()
                .map(m -> m.cluster() + ":" + m.role())
                .distinct()
                .collect(Collectors.joining(";"));
        return new SchoolYear(
                s.schoolCode(),
                s.year(),
                s.schoolName(),
                s.schoolType(),
                s.urbanRuralClass(),
                s.countsAsSchool(),
                s.parentSchoolCode(),
                s.isQualitySchool(),
                s.countyCode(),
                area == null ? null : area.prefecture(),
                area == null ? null : area.province(),
                one.map(Membership::cluster).orElse(null),
                one.map(Membership::role).orElse(null),
                participations.isEmpty() ? null : participations);
    }
}
