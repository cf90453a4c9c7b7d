/** Effect of joining a cluster (加入集群的成效): group-time effects, their averages, what they rest on and how far they may be trusted. */
@NullMarked
package org.junheng.impact;

import org.jspecify.annotations.NullMarked;
