/*
 * The DevPayr client's ports, model and policies. Needs the JDK alone. Open, since Feign calls the ports' default methods
 * by reflection.
 */
open module com.devpayr {
    requires static org.jspecify;

    exports com.devpayr.call;
    exports com.devpayr.config;
    exports com.devpayr.domain;
    exports com.devpayr.error;
    exports com.devpayr.internal.file;
    exports com.devpayr.enforcement;
    exports com.devpayr.guard;
    exports com.devpayr.injectable;
    exports com.devpayr.license;
    exports com.devpayr.operation;
    exports com.devpayr.page;
    exports com.devpayr.payment;
    exports com.devpayr.internal.model;
    exports com.devpayr.internal.policy;
    exports com.devpayr.project;
    exports com.devpayr.runtime;
    exports com.devpayr.secret;
    exports com.devpayr.spi;
    exports com.devpayr.internal.wire;
    exports com.devpayr;
}
