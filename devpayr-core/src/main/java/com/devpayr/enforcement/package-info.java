/**
 * License enforcement for web applications: decides per request whether the application may respond, and creates the response
 * otherwise. Independent of web frameworks.
 */
@NullMarked
package com.devpayr.enforcement;

import org.jspecify.annotations.NullMarked;
