package org.junheng.jobs.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junheng.balance.TownshipsReaching;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Figure;
import org.junheng.metric.Outcome;
import org.junheng.rules.Judgement;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.rules.Verdict;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.SubjectType;

/** How many townships of a province reach their goals (SD-06): its counties are judged one by one, so this comes after them. */
public final class ProvinceGoals {
    private ProvinceGoals() {}

    /** The province in a year. */
    private record Key(String province, int year) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = province.compareTo(other.province);
            return order != 0 ? order : Integer.compare(year, other.year);
        }
    }

    /** Rows as {@link Judge} makes them; none where no rule asks. */
    public static Rows of(SchoolOutcomes outcomes, Tables tables, RuleBook rules) {
        SortedMap<String, Area> areas = Registers.areas(tables);
        SortedMap<Key, List<Verdict>> provinces = new TreeMap<>();
        for (Measures m : outcomes.townships()) {
            Area area = areas.get(m.subjectId().substring(0, m.subjectId().indexOf(':')));
            if (area != null && area.province() != null) {
                provinces
                        .computeIfAbsent(new Key(area.province(), m.year()), k -> new ArrayList<>())
                        .add(verdict(m));
            }
        }
        List<Row> rows = new ArrayList<>();
        provinces.forEach((key, townships) -> {
            RuleBook inForce = rules.on(LocalDate.of(key.year(), 9, 1));
            for (Rule rule : inForce.on(TownshipsReaching.ID, SubjectType.PROVINCE, null)) {
                Outcome share = new TownshipsReaching().of(townships);
                rows.add(Judge.row(
                        new Figure(
                                TownshipsReaching.ID, SubjectType.PROVINCE, key.province(), null, rule.facet(), share),
                        key.year()));
                rows.add(Judge.row(judgement(rule, key, townships, share), key.year()));
            }
        });
        return Rows.of(Judge.EITHER, rows);
    }

    private static Judgement judgement(Rule rule, Key key, List<Verdict> townships, Outcome share) {
        return new Judgement(
                rule,
                SubjectType.PROVINCE,
                key.province(),
                null,
                rule.facet(),
                new TownshipsReaching().verdict(rule, townships),
                share.counts(),
                Optional.empty(),
                "");
    }

    private static Verdict verdict(Measures township) {
        Double reaches = township.value();
        return reaches == null ? Verdict.NOT_ASSESSED : reaches == 1 ? Verdict.PASS : Verdict.FAIL;
    }
}
