import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { INCOMING_SEARCH, incomingSearchSchema } from '../features/incoming/list/list-search.ts';
import { matterSearchSchema } from '../features/matter/list/list-search.ts';
import { outgoingSearchSchema } from '../features/outgoing/list-search.ts';
import { searchAddressSchema } from '../features/search/search-address.ts';
import { Shell } from './Shell.tsx';
import { NotFound } from './NotFound.tsx';
import { readViewState, writeViewState } from './view-state.ts';

const ROUTE_KEY = 'route';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    const last = readViewState(ROUTE_KEY, z.string().startsWith('/').max(2000));
    throw last === undefined || last === '/' ? redirect({ to: '/outgoing' }) : redirect({ href: last });
  },
});

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk',
  component: lazyRouteComponent(() => import('../features/desk/DeskScreen.tsx'), 'DeskScreen'),
});

const incomingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incoming',
  validateSearch: incomingSearchSchema,
  beforeLoad: ({ search }) => {
    // Come back to, from wherever, the book stands as it was left.
    if (Object.values(search).some((value) => value !== undefined)) return;
    const last = readViewState(INCOMING_SEARCH, incomingSearchSchema);
    if (last === undefined || Object.keys(last).length === 0) return;
    throw redirect({ to: '/incoming', search: last, replace: true });
  },
  component: lazyRouteComponent(
    () => import('../features/incoming/list/IncomingScreen.tsx'),
    'IncomingScreen',
  ),
});

const incomingNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incoming/new',
  validateSearch: z.object({
    /** The paper a new one starts from. */
    copy: z.string().max(40).optional().catch(undefined),
    /** `copy` was returned to its sender and has come again. */
    again: z.boolean().optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/incoming/registration/RegisterScreen.tsx'),
    'RegisterScreen',
  ),
});

const incomingImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incoming/import',
  validateSearch: z.object({
    /** The ledger being looked at. */
    id: z.string().max(40).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/exchange/ImportScreen.tsx'), 'ImportScreen'),
});

const incomingEditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incoming/$id/edit',
  component: lazyRouteComponent(
    () => import('../features/incoming/registration/EditScreen.tsx'),
    'EditScreen',
  ),
});

const incomingItemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incoming/$id',
  component: lazyRouteComponent(() => import('../features/incoming/item/ItemScreen.tsx'), 'ItemScreen'),
});

const matterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matter',
  validateSearch: matterSearchSchema,
  component: lazyRouteComponent(() => import('../features/matter/list/MatterScreen.tsx'), 'MatterScreen'),
});

const matterNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matter/new',
  component: lazyRouteComponent(
    () => import('../features/matter/entry/MatterEntryScreen.tsx'),
    'MatterEntryScreen',
  ),
});

const matterUrgingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matter/urgings',
  component: lazyRouteComponent(() => import('../features/matter/list/UrgingScreen.tsx'), 'UrgingScreen'),
});

const matterEditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matter/$id/edit',
  component: lazyRouteComponent(
    () => import('../features/matter/entry/MatterEditScreen.tsx'),
    'MatterEditScreen',
  ),
});

const matterItemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matter/$id',
  component: lazyRouteComponent(
    () => import('../features/matter/item/MatterItemScreen.tsx'),
    'MatterItemScreen',
  ),
});

const outgoingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outgoing',
  validateSearch: outgoingSearchSchema,
  component: lazyRouteComponent(() => import('../features/outgoing/OutgoingScreen.tsx'), 'OutgoingScreen'),
});

const outgoingItemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outgoing/$id',
  component: lazyRouteComponent(() => import('../features/outgoing/editor/EditorScreen.tsx'), 'EditorScreen'),
});

const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/search',
  validateSearch: searchAddressSchema,
  component: lazyRouteComponent(() => import('../features/search/SearchScreen.tsx'), 'SearchScreen'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  validateSearch: z.object({
    section: z
      .enum([
        'office',
        'codes',
        'templates',
        'people',
        'groups',
        'units',
        'calendar',
        'deadlines',
        'incomingNumbers',
        'matterNumbers',
        'numbers',
        'scans',
        'backup',
        'fonts',
        'sample',
        'reminders',
        'appearance',
      ])
      .optional()
      .catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/settings/SettingsScreen.tsx'), 'SettingsScreen'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    indexRoute,
    deskRoute,
    incomingRoute,
    incomingNewRoute,
    incomingImportRoute,
    incomingEditRoute,
    incomingItemRoute,
    matterRoute,
    matterNewRoute,
    matterUrgingsRoute,
    matterEditRoute,
    matterItemRoute,
    outgoingRoute,
    outgoingItemRoute,
    searchRoute,
    settingsRoute,
  ]),
  history: createHashHistory(),
  defaultPendingMs: 300,
});

/** The address of where the person is survives a restart. */
router.subscribe('onResolved', ({ toLocation }) => {
  if (toLocation.href !== '/') writeViewState(ROUTE_KEY, toLocation.href);
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
