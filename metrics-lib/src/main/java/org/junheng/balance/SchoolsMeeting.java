package org.junheng.balance;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Verdict;

/**
 * Share of the schools of a county that pass a rule on single schools (学校达标率), by stage where the rule has stages.
 *
 * <p>{@code schools that pass / schools assessed}; a ratio. The facet names the rule; it is empty for the school rule of the seven resources.
 *
 * <p>Absent when no school could be assessed. When some could not, the share speaks of the others and says how many are missing.
 *
 * <p>Source: 教督〔2017〕6号: every school must pass R-SCHOOL, G3 to G6 and Q4.
 *
 * <p>Clauses: national-2017:R-SCHOOL; national-2017:G3-G6; national-2017:Q4.
 */
public record SchoolsMeeting() implements Composite<List<Verdict>> {
    @Override
    public Definition definition() {
        return new Definition(
                "resource.schools_meeting",
                new Words("学校达标率", "share of schools that pass a rule on schools"),
                "schools that pass / schools assessed; facet: the rule, empty for R-SCHOOL",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("national-2017:R-SCHOOL", "national-2017:G3-G6", "national-2017:Q4"),
                List.of("staff.pupil_count"),
                new Words(
                        "未能评价的学校不计入,并说明数量",
                        "schools that could not be assessed are left out and counted in the reason"),
                "hand examples of the rule");
    }

    @Override
    public Outcome of(List<Verdict> schools) {
        long pass = schools.stream().filter(v -> v == Verdict.PASS).count();
        long fail = schools.stream().filter(v -> v == Verdict.FAIL).count();
        long unknown = schools.size() - pass - fail;
        Counts counts = Counts.ofSchools(schools.size());
        Words missing =
                new Words(unknown + "所学校因数据缺失未能评价", unknown + " schools could not be assessed for missing data");
        if (pass + fail == 0) {
            return new Absent(missing, counts);
        }
        Value share = Value.ofRatio((double) pass / (pass + fail), pass, pass + fail, counts);
        return unknown == 0 ? share : share.withCaution(missing);
    }
}
