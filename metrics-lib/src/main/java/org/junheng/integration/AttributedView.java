package org.junheng.integration;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.Attribution;
import org.junheng.subject.Role;
import org.junheng.subject.View;

/** The value-added of the schools that count for a cluster under one rule of attribution. */
public record AttributedView(About about, Attribution rule, Role role, List<Attributed> schools) implements View {

    /**
     * A school.
     *
     * @param value its value-added; null = it has none
     * @param pupils behind it; null = not known
     * @param weight by the rule of attribution, above 0
     */
    public record Attributed(
            String school, @Nullable Double value, @Nullable Long pupils, BigDecimal weight) {}

    public AttributedView {
        schools = schools.stream()
                .sorted(Comparator.comparing(Attributed::school))
                .toList();
    }
}
