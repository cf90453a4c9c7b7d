package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Activities;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.DatePrecision;
import org.junheng.jobs.table.Memberships;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ActivityKind;

/** Writes clusters, memberships and activities. */
final class ClusterTables {
    /** What the lead and a member do together. */
    private static final List<ActivityKind> WITH_MEMBERS = List.of(
            ActivityKind.TEACHER_EXCHANGE,
            ActivityKind.BACKBONE_EXCHANGE,
            ActivityKind.JOINT_RESEARCH,
            ActivityKind.SYNCHRONISED_LESSON,
            ActivityKind.SHARED_COURSE,
            ActivityKind.MANAGER_SECONDMENT,
            ActivityKind.SHADOW_TRAINING,
            ActivityKind.FACILITY_SHARING);

    private final Province province;
    private final Plan plan;
    private final Mess mess;
    private final CounterRandom random;
    private long activity;
    private long meeting;

    ClusterTables(Province province, Mess mess) {
        this.province = province;
        this.plan = province.plan();
        this.mess = mess;
        this.random = CounterRandom.of(plan.seed(), "activity");
    }

    void write(Path folder) throws IOException {
        try (CsvFile clusters = CsvFile.of(folder, Clusters.class);
                CsvFile memberships = CsvFile.of(folder, Memberships.class);
                CsvFile activities = CsvFile.of(folder, Activities.class)) {
            for (DrawnCluster c : province.clusters()) {
                clusters.add(new Clusters(
                        c.id(), c.name(), c.type(), c.mode(), c.county().code(), c.started(), c.ends()));
                for (Spell spell : c.spells()) {
                    write(memberships, c, spell);
                }
                for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                    write(activities, c, year);
                }
            }
        }
    }

    private void write(CsvFile file, DrawnCluster cluster, Spell spell) throws IOException {
        int year = spell.joined().getYear();
        String code = spell.school().code(spell.firstYear());
        long row = file.add(new Memberships(
                cluster.id(),
                code,
                spell.joined(),
                spell.left(),
                spell.role(),
                null,
                cluster.county().name() + "教发〔" + year + "〕" + (1 + cluster.number() % 90) + "号",
                spell.recorded(),
                spell.precision(),
                spell.left() == null ? null : DatePrecision.DAY));
        if (spell.recorded().isAfter(spell.joined().plusYears(1))) {
            mess.note("memberships", row, "recorded_on", code, Mess.Kind.RECORDED_LATE);
        }
    }

    /** One to three activities a semester while a member is there, more as time goes on; to the member and, one in four, back. */
    private void write(CsvFile file, DrawnCluster cluster, int year) throws IOException {
        for (int semester = 1; semester <= 2; semester++) {
            LocalDate middle = semester == 1 ? LocalDate.of(year, 11, 15) : LocalDate.of(year + 1, 4, 15);
            List<Spell> there = cluster.members().stream()
                    .filter(s -> !s.joined().isAfter(middle))
                    .filter(s -> s.left() == null || s.left().isAfter(middle))
                    .toList();
            int most = there.isEmpty() ? 0 : 1 + random.below(3, cluster.number(), year * 64L + semester);
            for (int i = 0; i < most; i++) {
                long draw = year * 64L + semester * 16L + i * 4L;
                file.add(activity(cluster, year, semester, there, draw));
            }
            if (most > 0) {
                file.add(meeting(cluster, year, semester, ActivityKind.MANAGEMENT_SEMINAR, null));
                file.add(meeting(cluster, year, semester, ActivityKind.ONLINE_STUDY, ExamSubject.MATH.toString()));
            }
        }
    }

    private Activities activity(DrawnCluster cluster, int year, int semester, List<Spell> there, long draw) {
        int unit = cluster.number() + 1_000_000;
        ActivityKind kind = WITH_MEMBERS.get(random.below(WITH_MEMBERS.size(), unit, draw));
        String lead = cluster.lead().code(year);
        String member =
                there.get(random.below(there.size(), unit, draw + 1)).school().code(year);
        boolean back = random.happens(0.25, unit, draw + 2);
        int amount = random.below(10, unit, draw + 3);
        return new Activities(
                String.format(Locale.ROOT, "A%07d", ++activity),
                cluster.id(),
                year,
                semester,
                kind,
                back ? member : lead,
                back ? lead : member,
                kind == ActivityKind.MANAGER_SECONDMENT || kind == ActivityKind.FACILITY_SHARING
                        ? null
                        : List.of(ExamSubject.values()).get(amount % 2).toString(),
                1.0 + amount % 4,
                isExchange(kind) ? 20.0 + 10 * amount : 1.0 + amount % 5);
    }

    /** Seminars and online study are of the whole cluster: up to two seminars and seven studies in a semester. */
    private Activities meeting(
            DrawnCluster cluster, int year, int semester, ActivityKind kind, @Nullable String subject) {
        boolean isSeminar = kind == ActivityKind.MANAGEMENT_SEMINAR;
        long draw = year * 64L + semester * 16L + WITH_MEMBERS.size() + (isSeminar ? 0 : 1);
        int quantity = random.below(isSeminar ? 3 : 8, cluster.number() + 2_000_000, draw);
        return new Activities(
                String.format(Locale.ROOT, "M%07d", ++meeting),
                cluster.id(),
                year,
                semester,
                kind,
                null,
                null,
                subject,
                (double) quantity,
                null);
    }

    private static boolean isExchange(ActivityKind kind) {
        return kind == ActivityKind.TEACHER_EXCHANGE || kind == ActivityKind.BACKBONE_EXCHANGE;
    }
}
