package org.junheng.assurance;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.View;

/**
 * What only a county can state of a year (县级填报). The facet names a school subject where the statement is one of the national report on it.
 *
 * @param items stated figures by item
 */
public record CountyStatement(About about, SortedMap<String, Double> items) implements View {
    public CountyStatement {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    @Nullable
    Double item(String item) {
        return items.get(item);
    }

    boolean isOfSubject() {
        return !about.facet().isEmpty();
    }
}
