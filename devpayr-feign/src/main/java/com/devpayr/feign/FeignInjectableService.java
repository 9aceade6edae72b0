package com.devpayr.feign;

import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableService;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;

/** {@link InjectableService} with the annotations of Feign. */
interface FeignInjectableService extends InjectableService {
    @Override
    @RequestLine("GET /project/{project}/injectables")
    Page<Injectable> list(@Param("project") long projectId, @QueryMap PageRequest page);

    @Override
    @RequestLine("GET /project/{project}/injectables/{injectable}")
    Injectable get(@Param("project") long projectId, @Param("injectable") long injectableId);

    @Override
    @RequestLine("POST /project/{project}/injectables")
    Injectable create(@Param("project") long projectId, InjectableDraft draft);

    @Override
    @RequestLine("PUT /project/{project}/injectables/{injectable}")
    Injectable update(
            @Param("project") long projectId, @Param("injectable") long injectableId, InjectableUpdate update);

    @Override
    @RequestLine("DELETE /project/{project}/injectables/{injectable}")
    void delete(@Param("project") long projectId, @Param("injectable") long injectableId);
}
