/** Whether clusters are what the texts say they must be (集群合规): whom they hold, how long, what they did in a year. */
@NullMarked
package org.junheng.compliance;

import org.jspecify.annotations.NullMarked;
