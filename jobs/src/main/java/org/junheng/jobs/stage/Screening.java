package org.junheng.jobs.stage;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Exam;
import org.junheng.selection.Fate;
import org.junheng.selection.PriorPupils;
import org.junheng.selection.SchoolPaths;
import org.junheng.stock.SchoolLink;

/**
 * How the pupils of one model are followed from its latest prior exam to its outcome exam.
 *
 * @param outcome, prior places among the exams
 * @param counties of the schools of the prior exam
 * @param paths under which codes these schools stand later
 */
record Screening(int outcome, int prior, Map<String, String> counties, SchoolPaths paths) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where a county is not known. */
    static final String NO_COUNTY = "";

    Screening {
        counties = Map.copyOf(counties);
    }

    /** By the place of each model that has a prior exam. */
    static SortedMap<Integer, Screening> of(List<CohortPlan> plans, ModelSubjects subjects, List<SchoolLink> links) {
        SortedMap<Integer, Screening> screenings = new TreeMap<>();
        for (int i = 0; i < plans.size(); i++) {
            CohortPlan plan = plans.get(i);
            int latest = plan.block().latestPrior();
            if (latest >= 0) {
                Exam prior = plan.block().prior().get(latest);
                LocalDate end = LocalDate.of(plan.block().outcome().year() + 1, 9, 1);
                screenings.put(
                        i,
                        new Screening(
                                plan.model().outcome(),
                                plan.model().priors().get(latest),
                                subjects.counties(prior.year()),
                                SchoolPaths.of(links, end)));
            }
        }
        return screenings;
    }

    /**
     * Follows a pupil with a score in the prior exam; nobody whose school in either exam is not known.
     *
     * @param codes of schools by number
     * @return null for a pupil who is not followed
     */
    @Nullable
    Fate add(PupilRecord pupil, int model, FollowedPupils followed, IntFunction<String> codes) {
        int earlier = pupil.school(prior);
        int later = pupil.school(outcome);
        boolean tested = pupil.sat(outcome);
        if (earlier == PupilRecord.UNKNOWN || (tested && later == PupilRecord.UNKNOWN)) {
            return null;
        }
        boolean here = tested && (earlier == later || paths.leads(codes.apply(earlier), codes.apply(later)));
        Fate fate = here ? Fate.HERE : tested ? Fate.ELSEWHERE : Fate.NOWHERE;
        PriorPupils.OfSchool school = followed.known(model, earlier);
        if (school == null) {
            String code = codes.apply(earlier);
            school = followed.prior(model, counties.getOrDefault(code, NO_COUNTY))
                    .of(paths.last(code));
            followed.knows(model, earlier, school);
        }
        school.add(pupil.score(prior), fate);
        return fate;
    }
}
