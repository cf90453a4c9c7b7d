package org.junheng.subject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same subject and facet at the baseline and now. What several metrics make of the two is made once. */
public final class ChangeView {
    private final SchoolsView base;
    private final SchoolsView now;
    private final Map<String, String> successors;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private @Nullable ChangeView sameSchools;

    /**
     * Two years.
     *
     * @param successors the school that a code went over to, by merger or under a new code
     */
    public ChangeView(SchoolsView base, SchoolsView now, Map<String, String> successors) {
        if (base.year() >= now.year()) {
            throw new IllegalArgumentException("baseline " + base.year() + " is not before " + now.year());
        }
        this.base = base;
        this.now = now;
        this.successors = Map.copyOf(successors);
    }

    /** No code went over to another. */
    public ChangeView(SchoolsView base, SchoolsView now) {
        this(base, now, Map.of());
    }

    public SchoolsView base() {
        return base;
    }

    public SchoolsView now() {
        return now;
    }

    /** The school that a code went over to, by merger or under a new code. */
    public Map<String, String> successors() {
        return successors;
    }

    /** The schools that are usable in both years; this view where all are. */
    public ChangeView sameSchools() {
        if (sameSchools == null) {
            sameSchools = haveTheSame() ? this : ofBoth();
        }
        return sameSchools;
    }

    /** Both are in the order of their codes. */
    private boolean haveTheSame() {
        List<SchoolFigure> before = base.usable();
        List<SchoolFigure> after = now.usable();
        return before.size() == after.size()
                && IntStream.range(0, before.size())
                        .allMatch(
                                i -> before.get(i).school().equals(after.get(i).school()));
    }

    private ChangeView ofBoth() {
        Set<String> before = codes(base);
        Set<String> after = codes(now);
        return before.equals(after)
                ? this
                : new ChangeView(
                        base.only(s -> s.isUsable() && after.contains(s.school())),
                        now.only(s -> s.isUsable() && before.contains(s.school())));
    }

    private static Set<String> codes(SchoolsView view) {
        return view.usable().stream().map(SchoolFigure::school).collect(Collectors.toSet());
    }

    /** What is made of the two years; one of a kind. */
    public <T> T once(Class<T> kind, Function<ChangeView, T> making) {
        return kind.cast(made.computeIfAbsent(kind, k -> making.apply(this)));
    }
}
