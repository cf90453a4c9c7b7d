package org.junheng.jobs.stage;

import org.junheng.balance.Resource;
import org.junheng.metric.Definition;
import org.junheng.subject.Facet;

/** The unit of a number: the metric's own, or that of its facet where the metric keeps the facet's unit. */
final class Units {
    private static final String AS_FACET = "as facet";

    private Units() {}

    static String of(Definition definition, String facet) {
        if (!definition.unit().equals(AS_FACET)) {
            return definition.unit();
        }
        String plain = facet.contains("|") ? facet.substring(0, facet.indexOf('|')) : facet;
        if (plain.startsWith(Facet.SCORE)) {
            return "score points";
        } else if (plain.startsWith(Facet.PASS)) {
            return "ratio";
        } else if (plain.startsWith(Facet.INDICATOR)) {
            return "as delivered";
        } else if (plain.isEmpty()) {
            return "";
        }
        Resource resource = Resource.valueOf(plain);
        return definition.id().equals("resource.shortfall") ? resource.unit() : ofLevel(resource);
    }

    /** The unit of a resource level. */
    static String ofLevel(Resource resource) {
        return resource.unit() + (resource.perPupils() == 1 ? " per pupil" : " per 100 pupils");
    }
}
