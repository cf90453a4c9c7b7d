package org.junheng.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.gap.CvCause.Cause;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;

/**
 * The coefficient of variation of every mixture of causes that have and have not happened. Schools that became one have, until they have merged,
 * their shares of its pupils and their differences in proportion; once merged, one figure.
 */
final class CvMixtures {
    private final Map<String, String> successors;
    private final SortedMap<String, SchoolFigure> before = new TreeMap<>();
    private final SortedMap<String, SchoolFigure> after = new TreeMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final double[] coefficients = new double[1 << Cause.values().length];
    private boolean someStay;

    /** A school in all states: figures before and after by merged or not, pupils before and after; NaN where it is not there. */
    private record Part(double own, double ownNow, double pooled, double pooledNow, double pupils, double pupilsNow) {
        static Part left(SchoolFigure was) {
            return new Part(x(was), Double.NaN, x(was), Double.NaN, was.w(), Double.NaN);
        }

        static Part entered(SchoolFigure is) {
            return new Part(Double.NaN, x(is), Double.NaN, x(is), Double.NaN, is.w());
        }

        double figure(int mixture) {
            boolean one = Cause.MERGERS.happened(mixture);
            boolean now = isNew() || (!isGone() && Cause.STAYERS.happened(mixture));
            return now ? one ? pooledNow : ownNow : one ? pooled : own;
        }

        double weight(int mixture) {
            if (isGone()) {
                return Cause.CLOSURES.happened(mixture) ? 0 : pupils;
            } else if (isNew()) {
                return Cause.ENTRANTS.happened(mixture) ? pupilsNow : 0;
            }
            return Cause.WEIGHTS.happened(mixture) ? pupilsNow : pupils;
        }

        private boolean isGone() {
            return Double.isNaN(pupilsNow);
        }

        private boolean isNew() {
            return Double.isNaN(pupils);
        }
    }

    CvMixtures(ChangeView view) {
        this.successors = view.successors();
        view.base().usable().forEach(s -> before.put(s.school(), s));
        view.now().usable().forEach(s -> after.put(s.school(), s));
        SortedMap<String, List<SchoolFigure>> merging = new TreeMap<>();
        before.values().forEach(was -> {
            String now = after.containsKey(was.school()) ? was.school() : successor(was.school());
            if (after.containsKey(now)) {
                merging.computeIfAbsent(now, k -> new ArrayList<>()).add(was);
            } else {
                parts.add(Part.left(was));
            }
        });
        after.forEach((code, is) -> {
            List<SchoolFigure> of = merging.getOrDefault(code, List.of());
            someStay |= !of.isEmpty();
            if (of.isEmpty()) {
                parts.add(Part.entered(is));
            } else {
                addStaying(of, is);
            }
        });
        for (int mixture = 0; mixture < coefficients.length; mixture++) {
            coefficients[mixture] = coefficient(mixture);
        }
    }

    /** Whether any school of the baseline is there now, by itself or in another. */
    boolean someStay() {
        return someStay;
    }

    /** @param mixture the causes that have happened */
    double of(int mixture) {
        return coefficients[mixture];
    }

    private double coefficient(int mixture) {
        double pupils = 0;
        double sum = 0;
        for (Part part : parts) {
            double weight = part.weight(mixture);
            pupils += weight;
            sum += weight * part.figure(mixture);
        }
        double mean = sum / pupils;
        double squares = 0;
        for (Part part : parts) {
            double off = part.figure(mixture) - mean;
            squares += part.weight(mixture) * off * off;
        }
        return Math.sqrt(squares / pupils) / mean;
    }

    /** The school of now that a code leads to; where none does, a code that is not there now. */
    private String successor(String code) {
        String at = code;
        for (int step = 0; step <= successors.size() && !after.containsKey(at); step++) {
            at = successors.getOrDefault(at, at);
        }
        return at;
    }

    private void addStaying(List<SchoolFigure> of, SchoolFigure is) {
        double pupils = of.stream().mapToDouble(SchoolFigure::w).sum();
        double pooled = of.size() == 1
                ? x(of.get(0))
                : of.stream().mapToDouble(p -> p.w() * x(p)).sum() / pupils;
        for (SchoolFigure was : of) {
            double own = pooled > 0 && of.size() > 1 ? x(was) / pooled * x(is) : x(is);
            parts.add(new Part(x(was), own, pooled, x(is), was.w(), is.w() * (was.w() / pupils)));
        }
    }

    private static double x(SchoolFigure school) {
        return school.nearest();
    }
}
