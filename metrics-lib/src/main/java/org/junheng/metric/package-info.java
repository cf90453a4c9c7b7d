/** What an entry of the catalogue is: a metric, a model or a composite, its definition and its outcome. */
@NullMarked
package org.junheng.metric;

import org.jspecify.annotations.NullMarked;
