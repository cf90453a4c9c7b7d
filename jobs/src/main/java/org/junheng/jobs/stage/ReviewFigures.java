package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.review.Finding;
import org.junheng.review.Protocol;
import org.junheng.review.Scale;
import org.junheng.review.Scorecard;
import org.junheng.subject.SubjectType;

/** The figures that the scales of a protocol read, by subject and year. Where several figures fit a scale it reads none. */
final class ReviewFigures {
    private final Protocol protocol;
    private final Map<String, List<@Nullable Finding>> found = new HashMap<>();
    private final Map<String, List<Integer>> times = new HashMap<>();

    ReviewFigures(Protocol protocol, Stream<Scored> figures) {
        this.protocol = protocol;
        figures.forEach(this::add);
    }

    private void add(Scored m) {
        for (int i = 0; i < protocol.scales().size(); i++) {
            if (fits(protocol.scales().get(i), m)) {
                String subject = subject(m);
                List<@Nullable Finding> findings = found.computeIfAbsent(subject, s -> none());
                List<Integer> seen = times.computeIfAbsent(
                        subject,
                        s -> new ArrayList<>(
                                Collections.nCopies(protocol.scales().size(), 0)));
                seen.set(i, seen.get(i) + 1);
                findings.set(i, seen.get(i) > 1 ? null : Finding.of(m.value(), m.se(), m.ciLow(), m.ciHigh()));
            }
        }
    }

    private static boolean fits(Scale scale, Scored m) {
        return scale.metric().equals(m.metricId())
                && scale.facet().equals(m.facet())
                && (scale.model().isEmpty() || scale.model().equals(m.modelId()))
                && (scale.stage() == null || scale.stage() == m.stage())
                && (scale.grade() == null || scale.grade().equals(m.grade()));
    }

    /** The stage of a school is read under the school. */
    private static String subject(Scored m) {
        boolean ofStage = m.subjectType() == SubjectType.STAGE_SCHOOL;
        String id = ofStage ? m.subjectId().substring(0, m.subjectId().lastIndexOf(':')) : m.subjectId();
        return key(ofStage ? SubjectType.SCHOOL : m.subjectType(), id, m.year());
    }

    private static String key(SubjectType type, String id, int year) {
        return type + "|" + year + "|" + id;
    }

    private List<@Nullable Finding> none() {
        return new ArrayList<>(Collections.nCopies(protocol.scales().size(), (@Nullable Finding) null));
    }

    /** The card of a subject, which may find nothing. */
    Scorecard card(SubjectType type, String id, int year) {
        return new Scorecard(id, protocol, found.getOrDefault(key(type, id, year), none()));
    }
}
