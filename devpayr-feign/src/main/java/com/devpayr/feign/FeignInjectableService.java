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
    @RequestLine(value = "GET /project/{project}/injectables", decodeSlash = false)
    Page<Injectable> list(@Param("project") long projectId, @QueryMap PageRequest page);

    @Override
    @RequestLine(value = "GET /project/{project}/injectables/{injectable}", decodeSlash = false)
    Injectable get(@Param("project") long projectId, @Param("injectable") long injectableId);

    @Override
    @RequestLine(value = "POST /project/{project}/injectables", decodeSlash = false)
    Injectable create(@Param("project") long projectId, InjectableDraft draft);

    @Override
    @RequestLine(value = "PUT /project/{project}/injectables/{injectable}", decodeSlash = false)
    Injectable update(
            @Param("project") long projectId, @Param("injectable") long injectableId, InjectableUpdate update);

    @Override
    @RequestLine(value = "DELETE /project/{project}/injectables/{injectable}", decodeSlash = false)
    void delete(@Param("project") long projectId, @Param("injectable") long injectableId);
}
