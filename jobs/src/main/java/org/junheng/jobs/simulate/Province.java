package org.junheng.jobs.simulate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fictitious province: everything that is true in it. Pupils are made when asked for, so it stays small however many there are. */
public final class Province {
    private final Plan plan;
    private final List<DrawnCounty> counties;
    private final List<DrawnSchool> schools;
    private final List<DrawnCluster> clusters;
    private final JoinEffect join;
    private final Enrolment enrolment;
    private final Quality quality;
    private final Cohort cohort;

    private Province(Plan plan) {
        this.plan = plan;
        this.counties = Geography.draw(plan);
        this.schools = Roster.draw(plan, counties);
        this.clusters = Clustering.draw(plan, counties, schools);
        this.join = new JoinEffect(clusters);
        this.enrolment = new Enrolment(plan, counties, schools);
        this.quality = new Quality(plan, counties, schools, enrolment, join);
        this.cohort = new Cohort(plan, schools, enrolment, quality);
    }

    /** The province of a plan, drawn with another seed than the plan's own. */
    public static Province draw(long seed, Plan plan) {
        return new Province(plan.withSeed(seed));
    }

    /** The pupils of the cohort with both scores, school by school, in the order of the schools. */
    public Stream<ScoredPupil> pupils(ExamSubject subject) {
        int k = subject.place();
        return graduating().flatMap(school -> cohort.of(school)
                .filter(p -> p.prior().get(k).sat() && p.outcome().get(k).sat())
                .map(p -> new ScoredPupil(
                        school.code(plan.lastYear()),
                        p.boy(),
                        p.prior().get(k).score(),
                        p.outcome().get(k).score())));
    }

    /** The true value-added u of every school with a grade 9, by its code in the last year. */
    public SortedMap<String, Double> schoolEffects(ExamSubject subject) {
        SortedMap<String, Double> effects = new TreeMap<>();
        graduating().forEach(s -> effects.put(s.code(plan.lastYear()), quality.atExam(s, 9, subject)));
        return effects;
    }

    Stream<DrawnSchool> graduating() {
        return schools.stream().filter(s -> s.sits(9));
    }

    Plan plan() {
        return plan;
    }

    List<DrawnCounty> counties() {
        return counties;
    }

    List<DrawnSchool> schools() {
        return schools;
    }

    /** The schools of a county. */
    List<DrawnSchool> schools(DrawnCounty county) {
        return schools.subList(county.firstSchool(), county.firstSchool() + county.schoolCount());
    }

    List<DrawnCluster> clusters() {
        return clusters;
    }

    JoinEffect join() {
        return join;
    }

    Enrolment enrolment() {
        return enrolment;
    }

    Quality quality() {
        return quality;
    }

    Cohort cohort() {
        return cohort;
    }
}
